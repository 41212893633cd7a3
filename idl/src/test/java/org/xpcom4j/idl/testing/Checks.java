package org.xpcom4j.idl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases in a text file, {@code src/test/resources/org/xpcom4j/idl/checks/NAME.txt}: what is
 * compiled, and all that is said about it. A case begins with {@code ===} and what it shows; its IDL
 * follows as {@code x.idl}, other files before it behind {@code ::: name.idl}; then {@code ---} and
 * the messages, none if all is well. {@code $UUID} stands for the same uuid attribute everywhere.
 */
public final class Checks {
  private static final String CASE = "=== ";
  private static final String FILE = "::: ";
  private static final String MESSAGES = "---";
  private static final String MAIN = "x.idl";
  private static final String UUID = "uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)";

  private Checks() {}

  /**
   * Reads the cases of a file.
   *
   * @param name the file without its ending
   * @return a test for each
   */
  public static Stream<DynamicTest> in(String name) {
    List<DynamicTest> tests = new ArrayList<>();
    for (String each : ("\n" + text(name)).split("\n" + CASE, -1)) {
      if (!each.isBlank()) {
        tests.add(test(each.strip().lines().toList()));
      }
    }
    return tests.stream();
  }

  private static DynamicTest test(List<String> lines) {
    int end = lines.indexOf(MESSAGES);
    if (end < 0) {
      throw new AssertionError("no messages in " + lines.get(0));
    }
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    String name = MAIN;
    for (String line : lines.subList(1, end)) {
      if (line.startsWith(FILE)) {
        name = line.substring(FILE.length());
        files.put(name, new StringBuilder());
      } else {
        files
            .computeIfAbsent(name, key -> new StringBuilder())
            .append(line.replace("$UUID", UUID))
            .append('\n');
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((file, text) -> texts.put(file, text.toString()));
    String expected = String.join("\n", lines.subList(end + 1, lines.size()));
    return DynamicTest.dynamicTest(
        lines.get(0),
        () -> assertEquals(stripped(expected), stripped(Compiled.of(MAIN, texts).messages())));
  }

  /** Editors remove spaces at the end of lines. */
  private static String stripped(String text) {
    return String.join(
        "\n", Arrays.stream(text.split("\n", -1)).map(String::stripTrailing).toList());
  }

  private static String text(String name) {
    try (InputStream in =
        Checks.class.getResourceAsStream("/org/xpcom4j/idl/checks/" + name + ".txt")) {
      if (in == null) {
        throw new AssertionError("no cases for " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
