package org.xpcom4j.necko.uri;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("which characters each part of a URL escapes")
class UrlPartTest {
  private static final String SYMBOLS = "!\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~";

  @Test
  void ofTheAsciiSymbolsEachPartKeepsItsOwn() {
    assertEquals("!$&()*+,-_~", kept(UrlPart.USERNAME));
    assertEquals("!$&()*+,-_|~", kept(UrlPart.PASSWORD));
    assertEquals("!$&'()*+,-./:;=@[]_|~", kept(UrlPart.PATH));
    assertEquals("!$&()*+,-./:;=?@[\\]^_`{|}~", kept(UrlPart.QUERY));
    assertEquals("!#$&'()*+,-./:;=?@[\\]^_{|}~", kept(UrlPart.REF));
  }

  @ParameterizedTest
  @EnumSource
  void controlsSpaceAndNonAsciiAreEscapedEverywhere(UrlPart part) {
    assertEquals("%00%1F%20%7F%C2%80%F0%9F%98%80", part.escape("\0\u001F \u007F\u0080😀"));
  }

  @ParameterizedTest
  @EnumSource
  void lettersDigitsAndEscapesStayAsTheyAre(UrlPart part) {
    assertEquals("azAZ09%7e%C3%zz%", part.escape("azAZ09%7e%C3%zz%"));
  }

  @ParameterizedTest
  @EnumSource
  void halfOfASurrogatePairBecomesTheReplacementCharacter(UrlPart part) {
    assertEquals("%EF%BF%BD%F0%9F%98%80", part.escape("\uD800😀"));
  }

  @Test
  void aBarAfterANonAsciiByteIsEscaped() {
    assertEquals("a|%C3%BC%7C|", UrlPart.QUERY.escape("a|ü||"));
    assertEquals("%FC%7C", UrlPart.QUERY.escape("ü|", StandardCharsets.ISO_8859_1));
  }

  private static String kept(UrlPart part) {
    StringBuilder kept = new StringBuilder();
    SYMBOLS
        .chars()
        .mapToObj(Character::toString)
        .filter(c -> part.escape(c).equals(c))
        .forEach(kept::append);
    return kept.toString();
  }
}
