package org.xpcom4j.registry.pref;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever a preference file has")
class AnyPrefFileFuzzTest {

  static Stream<byte[]> files() {
    return Stream.of(
            "# c\n/* c */ pref('a', true); // c\nsticky_pref(\"b\", -7);\nuser_pref('c', 'd');\n",
            "user_pref(\"\\x41\\u4e16\\uD83D\\uDE00\\q\", '\\n\\r\\\\\\'');",
            "user_pref('a', );\nuser_pref('b', 1.5);\nuser_pref('c\npref('d', 1);",
            "\uFEFFpref('grün', \"世\n😀\");\u001A",
            "user_pref('a', 99999999999);pref('a', 1")
        .map(text -> text.getBytes(UTF_8));
  }

  @Timeout(60)
  @MethodSource("files")
  @FuzzTest(maxDuration = "5m")
  void itIsReadWithAPlaceForEachProblemAndSavedAsItWasRead(byte[] input) {
    PrefFileParser.Content content = PrefFileParser.parse(input);
    for (PrefFileProblem problem : content.problems()) {
      assertTrue(problem.line() >= 1 && problem.column() >= 1, problem::toString);
      assertTrue(problem.column() <= problem.excerpt().length() + 1, problem::toString);
      assertTrue(problem.describe("prefs.js").lines().count() == 3, problem::toString);
    }
    Map<String, Object> values = new HashMap<>();
    for (PrefStatement statement : content.statements()) {
      values.put(statement.name(), statement.value());
    }
    PrefFileParser.Content again = PrefFileParser.parse(PrefFileText.of(values));
    Map<String, Object> read = new HashMap<>();
    again.statements().forEach(statement -> read.put(statement.name(), statement.value()));
    assertTrue(again.problems().isEmpty(), again.problems()::toString);
    assertEquals(values, read);
  }
}
