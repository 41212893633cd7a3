package org.xpcom4j.registry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.XpcomException;

@Tag("smoke")
class ParsedContractIdTest {

  @Nested
  @DisplayName("a contract ID")
  class WellFormed {

    @Test
    void isTakenApart() {
      assertEquals(
          new ParsedContractId("mozilla.org", "network/protocol", 1, Map.of("name", "wss")),
          ParsedContractId.parse("@mozilla.org/network/protocol;1?name=wss"));
    }

    @Test
    void keepsTheOrderOfItsParameters() {
      var parsed = ParsedContractId.parse("@mozilla.org/streamconv;1?to=*/*&from=gzip");

      assertEquals(List.of("to", "from"), List.copyOf(parsed.parameters().keySet()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "@mozilla.org/observer-service;1",
          "@mozilla.org/network/socket;2?type=ssl",
          "@mozilla.org/streamconv;1?from=application/x-unknown-content-type&to=*/*",
          "@example.org/a/b/c_d+e.f;999999999?a=b:c;d@e/f",
          "@localhost/x;0"
        })
    void isPrintedAsItWasWritten(String text) {
      assertEquals(text, ParsedContractId.parse(text).toString());
      assertTrue(ParsedContractId.findProblem(text).isEmpty());
    }
  }

  @Nested
  @DisplayName("a mistake")
  class Mistakes {

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "``| 0 | contract ID is empty",
          "example.org/greeter;1 | 0 | contract ID does not start with @",
          "@/greeter;1 | 1 | contract ID has an empty domain",
          "@exa mple.org/greeter;1 | 4 | contract ID has a space in its domain",
          "@example.org | 12 | contract ID has no module",
          "@example.org/;1 | 13 | contract ID has an empty module",
          "@example.org/a//b;1 | 15 | contract ID has an empty module",
          "@example.org/greeter | 20 | contract ID has no version",
          "@example.org/greeter?lang=en | 20 | contract ID has no version",
          "@example.org/greeter; | 21 | contract ID has no version",
          "@example.org/greeter;x | 21 | contract ID has a version that is no number",
          "@example.org/greeter;01 | 21 | contract ID has a version that starts with 0",
          "@example.org/greeter;1234567890 | 21 | contract ID has a version that is too large",
          "@example.org/greeter;1x | 22 | contract ID goes on after its version",
          "@example.org/greeter;1? | 23 | contract ID has an empty parameter name",
          "@example.org/greeter;1?lang | 27 | contract ID has a parameter without a value",
          "@example.org/greeter;1?lang= | 28 | contract ID has a parameter without a value",
          "@example.org/greeter;1?a=b?c=d | 26 | contract ID has \"?\" after a parameter",
          "@example.org/greeter;1?a=b c | 26 | contract ID has a space after a parameter",
          "@example.org/greeter;1?a=1&a=2 | 27 | contract ID names \"a\" twice",
          "@example.org/gr\u00fc\u00dfe;1 | 15 | contract ID has character U+00FC in its module"
        })
    void isFoundWhereItIs(String text, int position, String clause) {
      ContractIdProblem problem = ParsedContractId.findProblem(text).orElseThrow();

      assertEquals(clause, problem.clause());
      assertEquals(position, problem.position());
    }

    @Test
    void isShownWithACaretAndACorrection() {
      var e =
          assertThrows(
              XpcomException.class, () -> ParsedContractId.parse("@example.org/greeter;?lang=en"));

      assertEquals(NS_ERROR_ILLEGAL_VALUE, e.result());
      assertEquals(
          """
          NS_ERROR_ILLEGAL_VALUE (0x80070057): contract ID has no version
            @example.org/greeter;?lang=en
                                 ^ expected a number, as in @example.org/greeter;1?lang=en""",
          e.getMessage());
    }

    @Test
    void inALongTextIsShownWithItsSurroundingsOnly() {
      String text = "@example.org/" + "x".repeat(500) + "\u0007" + "y".repeat(500);

      String[] lines = ParsedContractId.findProblem(text).orElseThrow().toString().split("\n", -1);

      assertEquals("  \u2026" + "x".repeat(60) + "?" + "y".repeat(59) + "\u2026", lines[1]);
      assertEquals(63, lines[2].indexOf('^'));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"example.org/greeter;1", "@example.org/greeter", "@example.org/g;?a=b"})
    void hasACorrectionThatIsRight(String text) {
      String correction =
          ParsedContractId.findProblem(text).orElseThrow().correction().orElseThrow();

      assertTrue(ParsedContractId.findProblem(correction).isEmpty(), correction);
    }
  }
}
