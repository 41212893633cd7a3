package org.xpcom4j.metadata;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.UUID;
import org.xpcom4j.result.XpcomException;

/**
 * The text form of IIDs and CIDs. Stricter than {@link UUID#fromString}, which fills up short
 * groups with zeros.
 */
final class IdText {

  private static final int DIGITS_AND_HYPHENS = 36;
  private static final String EXAMPLE = "{00000000-0000-0000-c000-000000000046}";

  private IdText() {}

  static UUID parse(String text) {
    boolean inBraces = text.startsWith("{");
    int start = inBraces ? 1 : 0;
    int end = start + DIGITS_AND_HYPHENS;
    for (int at = start; at < end; at++) {
      if (at >= text.length()) {
        throw mistake(text, at, "the ID ends here");
      }
      boolean hyphenDue = isHyphenDue(at - start);
      if (hyphenDue && text.charAt(at) != '-') {
        throw mistake(text, at, "expected a hyphen");
      }
      if (!hyphenDue && !isHexDigit(text.charAt(at))) {
        throw mistake(text, at, "expected a hexadecimal digit");
      }
    }
    if (inBraces && !text.startsWith("}", end)) {
      throw mistake(text, end, "expected a closing brace");
    }
    int last = inBraces ? end + 1 : end;
    if (text.length() > last) {
      throw mistake(text, last, "expected nothing more");
    }
    return UUID.fromString(text.substring(start, end));
  }

  private static boolean isHyphenDue(int position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
  }

  private static boolean isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static XpcomException mistake(String text, int at, String what) {
    return new XpcomException(
        NS_ERROR_ILLEGAL_VALUE,
        "ID is malformed\n  "
            + text
            + "\n  "
            + " ".repeat(at)
            + "^ "
            + what
            + ", as in "
            + EXAMPLE);
  }
}
