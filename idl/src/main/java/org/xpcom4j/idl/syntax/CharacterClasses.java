package org.xpcom4j.idl.syntax;

/**
 * What each character may be the beginning of. One look into a table takes the place of many
 * comparisons, which are slow as long as the JVM has not compiled them to the end.
 */
final class CharacterClasses {
  /** What takes more than one look. */
  static final byte OTHER = 0;

  static final byte SPACE = 1;

  /** A token by itself, always. */
  static final byte PUNCTUATION = 2;

  static final byte DIGIT = 3;
  static final byte LETTER = 4;
  static final byte UNDERSCORE = 5;

  /** By character, up to the last one of ISO-8859-1. */
  static final byte[] OF = new byte[256];

  private static final TokenKind[] TOKENS = new TokenKind[256];

  static {
    for (char c : new char[] {' ', '\t', '\n', '\u000B', '\f', '\r'}) {
      OF[c] = SPACE;
    }
    for (int c = '0'; c <= '9'; c++) {
      OF[c] = DIGIT;
    }
    for (int c = 'a'; c <= 'z'; c++) {
      OF[c] = LETTER;
      OF[c - 'a' + 'A'] = LETTER;
    }
    OF['_'] = UNDERSCORE;
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isPunctuation() && kind.symbol().length() == 1) {
        char c = kind.symbol().charAt(0);
        TOKENS[c] = kind;
        OF[c] = mayBeginMore(c) ? OTHER : PUNCTUATION;
      }
    }
  }

  private CharacterClasses() {}

  /** Two angle brackets are one token; a star may end a comment that has no beginning. */
  private static boolean mayBeginMore(char c) {
    return c == '<' || c == '>' || c == '*';
  }

  static boolean isSpace(int c) {
    return c < OF.length && OF[c] == SPACE;
  }

  static boolean isDigit(int c) {
    return c < OF.length && OF[c] == DIGIT;
  }

  static boolean isLetter(int c) {
    return c < OF.length && OF[c] == LETTER;
  }

  static boolean isWordPart(int c) {
    return c < OF.length && OF[c] >= DIGIT;
  }

  /** The token of a character; {@code END} if no token begins with it. */
  static TokenKind token(int c) {
    TokenKind kind = c < TOKENS.length ? TOKENS[c] : null;
    return kind == null ? TokenKind.END : kind;
  }
}
