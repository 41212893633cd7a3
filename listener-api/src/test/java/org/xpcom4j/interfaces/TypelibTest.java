package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.typelib.Typelib;
import org.xpcom4j.idl.typelib.TypelibFormatException;
import org.xpcom4j.idl.typelib.TypelibInterface;
import org.xpcom4j.idl.typelib.TypelibReader;
import org.xpcom4j.metadata.XpInterface;

@DisplayName("The typelib of the module")
class TypelibTest {
  private static final Pattern BODY =
      Pattern.compile(
          "^\\[scriptable\\b[^]]*\\]\\s*^interface (\\w+)[^;{]*\\{(.*?)^\\};",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern NO_CODE =
      Pattern.compile("/\\*.*?\\*/|//[^\\n]*|%\\{.*?%\\}|\\bconst [^;]*;", Pattern.DOTALL);

  private static Typelib typelib;

  @BeforeAll
  static void readTypelib() throws IOException, TypelibFormatException {
    String path = "/META-INF/xpcom4j/org.xpcom4j.interfaces.xpt";
    try (InputStream in = nsISupports.class.getResourceAsStream(path)) {
      typelib = TypelibReader.read(in.readAllBytes());
    }
  }

  @Test
  void describesEveryScriptableInterfaceWithItsId() throws IOException {
    assertEquals(iids(), described(each -> each.iid().toString()));
  }

  @Test
  void hasTheVtableOfEveryScriptableInterface() throws IOException, URISyntaxException {
    assertEquals(vtableSizes(), described(each -> each.body().orElseThrow().methods().size()));
  }

  private static <T> Map<String, T> described(Function<TypelibInterface, T> value) {
    return typelib.interfaces().stream()
        .filter(TypelibInterface::isResolved)
        .collect(Collectors.toMap(TypelibInterface::name, value, (a, b) -> b, TreeMap::new));
  }

  /** The table that the Java interfaces are compared with, too. */
  private static Map<String, String> iids() throws IOException {
    try (InputStream text = TypelibTest.class.getResourceAsStream("iids.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 2))
          .filter(row -> isScriptable(row[0]))
          .collect(Collectors.toMap(row -> row[0], row -> row[1], (a, b) -> b, TreeMap::new));
    }
  }

  private static boolean isScriptable(String name) {
    try {
      return Class.forName("org.xpcom4j.interfaces." + name)
          .getAnnotation(XpInterface.class)
          .scriptable();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " is missing", e);
    }
  }

  /** Counted in the text: one for each declaration, one more for each attribute to be written. */
  private static Map<String, Integer> vtableSizes() throws IOException, URISyntaxException {
    var anyIdl = nsISupports.class.getResource("nsISupports.idl").toURI();
    try (Stream<Path> files = Files.list(Path.of(anyIdl).getParent())) {
      return files
          .filter(file -> file.toString().endsWith(".idl"))
          .map(TypelibTest::codeOf)
          .flatMap(text -> BODY.matcher(text).results())
          .collect(
              Collectors.toMap(
                  found -> found.group(1), TypelibTest::vtableSize, (a, b) -> b, TreeMap::new));
    }
  }

  private static int vtableSize(MatchResult body) {
    String members = body.group(2);
    long declarations = members.chars().filter(c -> c == ';').count();
    long attributes = Pattern.compile("\\battribute\\b").matcher(members).results().count();
    long readonly = Pattern.compile("\\breadonly\\b").matcher(members).results().count();
    return (int) (declarations + attributes - readonly);
  }

  private static String codeOf(Path file) {
    try {
      return NO_CODE.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
