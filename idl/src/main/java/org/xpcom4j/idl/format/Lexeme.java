package org.xpcom4j.idl.format;

/**
 * A word, a sign, a comment or a block, as it is written.
 *
 * @param kind what it is
 * @param text its characters
 * @param lineBreaks how many line ends are before it; more than 2 count as 2
 * @param indent the white space before it on its line; what is before it on that line, if not only
 *     white space, does not count
 */
record Lexeme(Kind kind, String text, int lineBreaks, String indent) {
  /** What a lexeme is. */
  enum Kind {
    /** A name, a keyword, a number, an IID, a string. */
    WORD,
    /** Brackets, separators, operators. */
    SIGN,
    /** An include line. */
    INCLUDE,
    /** A block of another language. */
    RAW_BLOCK,
    /** The text between the parentheses of a native type. */
    NATIVE_TEXT,
    /** A comment up to the end of its line. */
    LINE_COMMENT,
    /** A comment between delimiters. */
    BLOCK_COMMENT,
    /** A comment that documents what follows it. */
    DOC_COMMENT
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT || kind == Kind.DOC_COMMENT;
  }

  boolean is(String expected) {
    return kind == Kind.SIGN && text.equals(expected);
  }

  boolean isWord(String expected) {
    return kind == Kind.WORD && text.equals(expected);
  }

  /** Whether it is the first on its line. */
  boolean startsLine() {
    return lineBreaks > 0;
  }
}
