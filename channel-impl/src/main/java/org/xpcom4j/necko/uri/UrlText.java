package org.xpcom4j.necko.uri;

import java.util.Locale;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** The text that is being parsed, and the way to point at a place in it. */
record UrlText(String text) {
  private static final int SHOWN_BEFORE = 60;
  private static final int SHOWN_AFTER = 40;

  /** Drops what may stand around and inside any URL: outer white space, and CR, LF and TAB anywhere. */
  static UrlText clean(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && raw.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && raw.charAt(end - 1) <= ' ') {
      end--;
    }
    StringBuilder kept = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = raw.charAt(i);
      if (c != '\r' && c != '\n' && c != '\t') {
        kept.append(c);
      }
    }
    return new UrlText(kept.toString());
  }

  /** The same text with each backslash before the first question mark or hash turned into a slash. */
  UrlText withForwardSlashes() {
    int end = indexOfAny("?#", 0, text.length());
    return new UrlText(text.substring(0, end).replace('\\', '/') + text.substring(end));
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  /** The first index in the range that holds one of the characters, else {@code end}. */
  int indexOfAny(String characters, int start, int end) {
    for (int i = start; i < end; i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return end;
  }

  /**
   * The end of the scheme: the first colon that no slash, question mark, hash, at sign or bracket
   * precedes; -1 when there is none.
   */
  int schemeEnd() {
    int end = indexOfAny(":/?#@[", 0, text.length());
    return end < text.length() && text.charAt(end) == ':' ? end : -1;
  }

  /** The first character before {@code end} that a scheme may not have there, else -1. */
  int badSchemeCharacter(int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean mayFollow = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!isLetter && (i == 0 || !mayFollow)) {
        return i;
      }
    }
    return end == 0 ? 0 : -1;
  }

  /**
   * An NS_ERROR_MALFORMED_URI that shows the text with a caret under one character.
   *
   * @param position index of the character, or the length of the text where something is missing
   * @param clause what is wrong, in lower case and without a full stop
   * @param expected what would have been right at the caret
   */
  XpcomException malformed(int position, String clause, String expected) {
    int from = Math.max(0, position - SHOWN_BEFORE);
    int to = Math.min(text.length(), position + SHOWN_AFTER);
    StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
    int caret = shown.length();
    for (int i = from; i < to; i++) {
      if (i == position) {
        caret = shown.length();
      }
      appendVisible(shown, text.charAt(i));
    }
    if (position >= to) {
      caret = shown.length();
    }
    if (to < text.length()) {
      shown.append('…');
    }
    return new XpcomException(
        Nsresult.NS_ERROR_MALFORMED_URI,
        clause + "\n  " + shown + "\n  " + " ".repeat(caret) + "^ expected " + expected);
  }

  private static void appendVisible(StringBuilder shown, char c) {
    if (c < ' ' || (c >= 0x7F && c < 0xA0) || Character.isSurrogate(c) || isFormatting(c)) {
      shown.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
    } else {
      shown.append(c);
    }
  }

  private static boolean isFormatting(char c) {
    return Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029';
  }
}
