package org.xpcom4j.necko.uri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("what is no URL, and how the error points at it")
class MalformedUrlTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        " \t\n",
        "example.org/feed",
        "/feed",
        "//example.org",
        "1ws://h/",
        "w_s://h/",
        ":",
        "wss::h",
        "wss:",
        "wss://",
        "wss:///",
        "wss:?q",
        "wss://:password@h/",
        "wss://:@h/",
        "wss://user@",
        "wss://user@/x",
        "wss://:80/",
        "wss://h:x/",
        "wss://h:8 0/",
        "wss://h:-1/",
        "wss://h:65536/",
        "wss://h:99999999999999999999/",
        "wss://h:1:2/",
        "wss://a b/",
        "wss://a\u0000b/",
        "wss://a<b/",
        "wss://a^b/",
        "wss://a*b/",
        "wss://a|b/",
        "wss://h%FF/",
        "wss://h%%341/",
        "wss://%\uFF21a/",
        "wss://\uFF0F/",
        "wss://a]/",
        "wss://[::1/",
        "wss://[::1]x/",
        "wss://[]/",
        "wss://[:1::]/",
        "wss://[1::2::3]/",
        "wss://[1:2:3:4:5:6:7]/",
        "wss://[1:2:3:4:5:6:7:8:9]/",
        "wss://[1:2:3:4:5:6:7:8::]/",
        "wss://[12345::]/",
        "wss://[::g]/",
        "wss://[1:]/",
        "wss://[::1%25eth0]/",
        "wss://[::1.2.3]/",
        "wss://[::1.2.3.4.5]/",
        "wss://[::1.2.3.256]/",
        "wss://[::01.2.3.4]/",
        "wss://[1.2.3.4]/",
      })
  void isRefused(String spec) {
    XpcomException e =
        assertThrows(XpcomException.class, () -> StandardUri.parse(spec, null, 1_000));
    assertEquals(Nsresult.NS_ERROR_MALFORMED_URI, e.result(), e::getMessage);
  }

  @Test
  void aLabelThatGetsTooLongInPunycodeIsRefused() {
    String spec = "wss://" + "ü".repeat(64) + ".example/";
    XpcomException e =
        assertThrows(XpcomException.class, () -> StandardUri.parse(spec, null, 1_000));
    assertEquals(Nsresult.NS_ERROR_MALFORMED_URI, e.result());
  }

  @ParameterizedTest(name = "{0} units of text, escaped from {1}")
  @CsvSource({"1001, a", "400, ü", "300, ' '"})
  void aSpecThatIsTooLongOrBecomesSoIsRefused(int length, String unit) {
    String spec = "wss://h/" + unit.repeat(length) + ".";
    XpcomException e = assertThrows(XpcomException.class, () -> StandardUri.parse(spec, null, 900));
    assertEquals(Nsresult.NS_ERROR_MALFORMED_URI, e.result());
  }

  @Test
  void theCaretStandsUnderTheCharacter() {
    assertMessage(
        "  wss://example.org:80a/feed ",
        """
        NS_ERROR_MALFORMED_URI (0x804B000A): port is not a number
          wss://example.org:80a/feed
                              ^ expected digits, as in example.org:8080""");
  }

  @Test
  void theCaretStandsAfterTheEndWhereSomethingIsMissing() {
    assertMessage(
        "wss://",
        """
        NS_ERROR_MALFORMED_URI (0x804B000A): URL has no host
          wss://
                ^ expected a host, as in wss://example.org/""");
  }

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscapeAndMovesTheCaret() {
    assertMessage(
        "ws://a\u0000\u202Eb<c/",
        """
        NS_ERROR_MALFORMED_URI (0x804B000A): host has a forbidden character
          ws://a\\u0000\\u202Eb<c/
                ^ expected a host name, as in example.org""");
  }

  @Test
  void longTextIsCutAroundTheCaret() {
    String spec = "ws://" + "a".repeat(100) + "<" + "b".repeat(100);
    assertMessage(
        spec,
        "NS_ERROR_MALFORMED_URI (0x804B000A): host has a forbidden character\n  …"
            + "a".repeat(60)
            + "<"
            + "b".repeat(39)
            + "…\n   "
            + " ".repeat(60)
            + "^ expected a host name, as in example.org");
  }

  @Test
  void aForbiddenCharacterThatOnlyMappingBringsIsToldApart() {
    assertMessage(
        "ws://a\uFF0Fb/",
        """
        NS_ERROR_MALFORMED_URI (0x804B000A): host stands for a forbidden character
          ws://a／b/
               ^ expected a host name, as in example.org""");
  }

  private static void assertMessage(String spec, String message) {
    XpcomException e =
        assertThrows(XpcomException.class, () -> StandardUri.parse(spec, null, 1_000));
    assertEquals(message, e.getMessage());
  }
}
