package org.xpcom4j.registry.pref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A preference file")
class PrefFileParserTest {

  private static List<String> read(String text) {
    PrefFileParser.Content content = PrefFileParser.parse(text.getBytes(UTF_8));
    assertEquals(List.of(), content.problems());
    return words(content);
  }

  private static List<String> words(PrefFileParser.Content content) {
    return content.statements().stream()
        .map(
            each ->
                each.kind().keyword()
                    + " "
                    + each.name()
                    + " = "
                    + each.value()
                    + " "
                    + each.value().getClass().getSimpleName())
        .toList();
  }

  private static String problem(String text) {
    List<PrefFileProblem> problems = PrefFileParser.parse(text.getBytes(UTF_8)).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0).describe("prefs.js");
  }

  @Test
  void hasDefaultsStickyDefaultsAndValuesOfTheUser() {
    assertEquals(
        List.of("pref a = true Boolean", "sticky_pref b = -1 Integer", "user_pref c = text String"),
        read("pref('a', true);sticky_pref(\"b\", -1);\nuser_pref(\"c\", 'text');"));
  }

  @Test
  void mayBeEmpty() {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\uFEFF\r\n\u001A"));
  }

  @Test
  void mayHaveCommentsWhereverWhiteSpaceMayBe() {
    assertEquals(
        List.of("pref a = 1 Integer"),
        read(
            "# one\n/* two\n */ pref /* three */ ( // four\n 'a' /**/,\t1 /*;*/ ) /***/ ; // five"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "+7, 7",
    "-7, -7",
    "007, 7",
    "2147483647, 2147483647",
    "-2147483648, -2147483648"
  })
  void hasNumbersOf32Bits(String written, int value) {
    assertEquals(List.of("pref a = " + value + " Integer"), read("pref('a', " + written + ");"));
  }

  @Nested
  @DisplayName("has strings that")
  class Strings {

    private static String value(String written) {
      return (String)
          PrefFileParser.parse(("pref('a', " + written + ");").getBytes(UTF_8))
              .statements()
              .get(0)
              .value();
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "\"it's\", it's",
          "'a \"b\"', a \"b\"",
          "'\\'\\\"\\\\', '\"\\",
          "'grün 世', grün 世",
          "'\\x41\\xfc', Aü",
          "'\\u4e16\\uD83D\\uDE00', 世😀",
          "'\\q\\t', \\q\\t",
          "'\\x4', \\x4",
          "'\\u12g4', \\u12g4",
          "'a\\uD83Db', ab",
        })
    void mayHaveEscapes(String written, String value) {
      assertEquals(value, value(written));
    }

    @Test
    void mayHaveLineBreaks() {
      assertEquals("one\ntwo\rthree\n", value("'one\ntwo\\rthree\\n'"));
    }

    @Test
    void areIso88591IfTheyAreNotUtf8() {
      byte[] file = "pref('grün', 'weiß');".getBytes(ISO_8859_1);
      assertEquals(List.of("pref grün = weiß String"), words(PrefFileParser.parse(file)));
    }
  }

  @Nested
  @DisplayName("with a bad line")
  class Bad {

    @Test
    void tellsThePositionAndShowsTheLine() {
      assertEquals(
          """
          prefs.js:2:16: expected a string in quotes, a whole number, true or false
            user_pref("b", ja);
                           ^""",
          problem("pref('a', 1);\nuser_pref(\"b\", ja);\npref('c', 3);"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "user_pref(\"b\", ja);",
          "user_pref(\"b\", 1)",
          "user_pref(\"b\" 1);",
          "user_pref(b, 1);",
          "user_pref \"b\", 1);",
          "user_pref(\"b, 1);",
          "user_pref(\"b\", \"1);",
          "user_pref(\"b\", 1.5);",
          "user_pref(\"b\", true1);",
          "user_pref(\"b\", -);",
          "user_pref(\"b\", 2147483648);",
          "user_pref(\"b\", 99999999999999999999999);",
          "userpref(\"b\", 1);",
          "nonsense",
          "/ no comment",
          "user_pref(\"b\", /",
          "%",
        })
    void losesThatLineOnly(String line) {
      var content =
          PrefFileParser.parse(
              ("pref('a', 1);\n" + line + "\nuser_pref(\"c\", 3);\n# end\n").getBytes(UTF_8));
      assertEquals(List.of("pref a = 1 Integer", "user_pref c = 3 Integer"), words(content));
      assertEquals(1, content.problems().size(), content::toString);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "user_pref(\"b\", 1",
          "user_pref(\"b",
          "user_pref",
          "user_pref(\"b\", tr",
          "/* "
        })
    void cutShortAtItsEndTellsIt(String end) {
      var content = PrefFileParser.parse(("pref('a', 1);\n" + end).getBytes(UTF_8));
      assertEquals(List.of("pref a = 1 Integer"), words(content));
      assertEquals(2, content.problems().get(0).line());
    }

    @Test
    void countsLinesOfAllSystems() {
      assertEquals(
          "prefs.js:4:1: expected user_pref, pref, sticky_pref or a comment",
          problem("#\r\n#\r#\n?").lines().findFirst().orElseThrow());
    }

    @Test
    void ofGreatLengthShowsThePlace() {
      String shown = problem("pref('" + "x".repeat(100_000) + "' 1);");
      assertTrue(shown.startsWith("prefs.js:1:100009: expected ','\n"), shown);
      assertTrue(shown.length() < 400, shown);
    }

    @Test
    void andThousandsMoreIsGivenUp() {
      var content = PrefFileParser.parse("pref(\n".repeat(100_000).getBytes(UTF_8));
      assertEquals(PrefFileParser.MOST_PROBLEMS + 1, content.problems().size());
      assertEquals(
          "too much is wrong to read on",
          content.problems().get(PrefFileParser.MOST_PROBLEMS).what());
    }
  }
}
