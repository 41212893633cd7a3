package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.metadata.Interfaces;

@DisplayName("Interface IDs")
class IidTableTest {

  private static final Pattern DEFINITION =
      Pattern.compile("^interface (\\w+)(?: : \\w+)? \\{", Pattern.MULTILINE);

  /** From interface name to IID, as in Gecko 52 (the channel as in Gecko 8). */
  private static Map<String, String> table;

  @BeforeAll
  static void readTable() throws IOException {
    try (InputStream text = IidTableTest.class.getResourceAsStream("iids.txt")) {
      table =
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(row -> row[0], row -> row[1], (a, b) -> b, TreeMap::new));
    }
  }

  @Test
  void everyInterfaceOfTheIdlFilesIsInTheTable() throws IOException, URISyntaxException {
    assertEquals(List.copyOf(table.keySet()), definedNames());
  }

  @Test
  void everyInterfaceHasTheIidOfTheTable() {
    assertEquals(table, mapNames(name -> Interfaces.iid(named(name)).toString()));
  }

  @Test
  void everyInterfaceHasItsIidAsAConstant() {
    Map<String, String> braced = new TreeMap<>();
    table.forEach((name, iid) -> braced.put(name, "{" + iid + "}"));
    assertEquals(braced, mapNames(IidTableTest::iidConstant));
  }

  private static Map<String, String> mapNames(Function<String, String> value) {
    return table.keySet().stream()
        .collect(Collectors.toMap(name -> name, value, (a, b) -> b, TreeMap::new));
  }

  private static List<String> definedNames() throws IOException, URISyntaxException {
    var anyIdl = nsISupports.class.getResource("nsISupports.idl").toURI();
    try (Stream<Path> files = Files.list(Path.of(anyIdl).getParent())) {
      return files
          .filter(file -> file.toString().endsWith(".idl"))
          .map(IidTableTest::read)
          .flatMap(text -> DEFINITION.matcher(text).results().map(found -> found.group(1)))
          .sorted()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String iidConstant(String name) {
    String constant = name.replaceFirst("^ns", "NS_").toUpperCase(Locale.ROOT) + "_IID";
    try {
      return (String) named(name).getField(constant).get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(constant, e);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("org.xpcom4j.interfaces." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " is missing", e);
    }
  }
}
