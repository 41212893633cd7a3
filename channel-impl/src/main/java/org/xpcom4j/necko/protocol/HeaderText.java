package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import org.xpcom4j.result.XpcomException;

/** What may stand in an HTTP request head, so that no value can begin a line of its own (RFC 9110, section 5.5). */
final class HeaderText {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private HeaderText() {}

  /** Checks a header value: visible characters up to U+00FF, with single blanks and tabs between them. */
  static String checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isInnerBlank = isBlank(c) && i > 0 && i < value.length() - 1;
      if (!isInnerBlank && (c <= ' ' || c == 0x7F || c > 0xFF)) {
        throw illegal(name, value, i);
      }
    }
    return value;
  }

  /** Checks a request target: a path with its query, in visible ASCII. */
  static String checkTarget(String target) {
    if (!target.startsWith("/")) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE, "request target " + Quoted.of(target) + " does not begin with /");
    }
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7F) {
        throw illegal("request target", target, i);
      }
    }
    return target;
  }

  /** Tells whether a version of HTTP can change to another protocol: 1.1, and those that add to it. */
  static boolean hasUpgrade(String version) {
    return version.startsWith("HTTP/1.") && !version.equals("HTTP/1.0");
  }

  /** Tells whether a text is a token (RFC 9110, section 5.6.2). */
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(HeaderText::isTokenCharacter);
  }

  static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Takes blanks and tabs off both ends. */
  static String withoutBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static XpcomException illegal(String name, String value, int index) {
    return new XpcomException(
        NS_ERROR_ILLEGAL_VALUE,
        String.format(
            "%s %s may not have U+%04X at index %d",
            name, Quoted.of(value), (int) value.charAt(index), index));
  }
}
