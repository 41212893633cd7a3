package org.xpcom4j.idl.syntax;

import java.util.HashMap;
import java.util.Map;

/** The kinds of tokens. */
enum TokenKind {
  IDENTIFIER("a name", false),
  NUMBER("a number", false),
  IID("an interface ID", false),
  STRING("a string", false),
  RAW_BLOCK("a %{ block", false),
  INCLUDE("an include", false),
  NATIVE_TEXT("a native type", false),
  END("the end of the file", false),

  CONST("const", true),
  INTERFACE("interface", true),
  IN("in", true),
  OUT("out", true),
  INOUT("inout", true),
  ATTRIBUTE("attribute", true),
  RAISES("raises", true),
  READONLY("readonly", true),
  NATIVE("native", true),
  TYPEDEF("typedef", true),

  OPEN_BRACKET("\"[\"", false),
  CLOSE_BRACKET("\"]\"", false),
  OPEN_BRACE("\"{\"", false),
  CLOSE_BRACE("\"}\"", false),
  OPEN_PAREN("\"(\"", false),
  CLOSE_PAREN("\")\"", false),
  COMMA("\",\"", false),
  SEMICOLON("\";\"", false),
  COLON("\":\"", false),
  EQUALS("\"=\"", false),
  LESS("\"<\"", false),
  GREATER("\">\"", false),
  OR("\"|\"", false),
  SHIFT_LEFT("\"<<\"", false),
  SHIFT_RIGHT("\">>\"", false),
  PLUS("\"+\"", false),
  MINUS("\"-\"", false),
  TIMES("\"*\"", false);

  private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

  static {
    for (TokenKind kind : values()) {
      if (kind.keyword) {
        KEYWORDS.put(kind.description, kind);
      }
    }
  }

  private final String description;
  private final boolean keyword;
  private final String symbol;

  TokenKind(String description, boolean keyword) {
    this.description = description;
    this.keyword = keyword;
    this.symbol = description.replace("\"", "");
  }

  static TokenKind ofWord(String word) {
    return KEYWORDS.getOrDefault(word, IDENTIFIER);
  }

  /** Whether it is written in one way only, and no word. */
  boolean isPunctuation() {
    return description.startsWith("\"");
  }

  /** What punctuation is written as. */
  String symbol() {
    return symbol;
  }

  /** How messages call it. */
  String description() {
    return keyword ? "\"" + description + "\"" : description;
  }
}
