package org.xpcom4j.metadata;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.UUID;
import org.xpcom4j.result.XpcomException;

/**
 * The text form of IIDs and CIDs. Stricter than {@link UUID#fromString}, which fills up short
 * groups with zeros.
 */
final class IdText {

  private static final int ID_LENGTH = 36;
  private static final int SHOWN_LENGTH = 60;
  private static final String EXAMPLE = "{00000000-0000-0000-c000-000000000046}";

  private IdText() {}

  static UUID parse(String text) {
    boolean inBraces = text.startsWith("{");
    int start = inBraces ? 1 : 0;
    int end = start + ID_LENGTH;
    for (int at = start; at < end; at++) {
      if (at >= text.length()) {
        throw mistake(text, at, "the ID ends here");
      }
      boolean isHyphenDue = isHyphenDue(at - start);
      if (isHyphenDue && text.charAt(at) != '-') {
        throw mistake(text, at, "expected a hyphen");
      }
      if (!isHyphenDue && !isHexDigit(text.charAt(at))) {
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

  /** All before {@code at} was good, so that no escape moves the caret. */
  private static XpcomException mistake(String text, int at, String what) {
    return new XpcomException(
        NS_ERROR_ILLEGAL_VALUE,
        "ID is malformed\n  %s\n  %s^ %s, as in %s"
            .formatted(shown(text), " ".repeat(at), what, EXAMPLE));
  }

  private static String shown(String text) {
    var shown = new StringBuilder();
    for (char c : text.substring(0, Math.min(text.length(), SHOWN_LENGTH)).toCharArray()) {
      if (Character.isISOControl(c)) {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return text.length() > SHOWN_LENGTH ? shown.append('…').toString() : shown.toString();
  }
}
