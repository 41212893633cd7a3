package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Cuts a file into tokens. What it cannot read it reports and leaves out. */
final class Lexer {
  private static final String INCLUDE = "#include";
  private static final String CPP = "C++";
  private static final int IID_LENGTH = 36;

  private final SourceText source;
  private final String text;
  private final char[] chars; // with one more behind the end: without, reading is half as fast
  private final Words words = new Words();
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private final BitSet behindMistakes = new BitSet();
  private boolean hasMistake;
  private List<DocComment> docs = List.of();
  private int at;

  Lexer(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.chars = new char[text.length() + 1];
    text.getChars(0, text.length(), chars, 0);
    this.diagnostics = diagnostics;
  }

  /** Reads the whole file; the last token is its end. */
  List<Token> tokens() {
    if (isUtf16()) {
      report(Tag.CHARACTER, 0, 1, "file is UTF-16; it has to be UTF-8 or ISO-8859-1");
      at = text.length();
    }
    skipSpaceAndComments();
    while (at < text.length()) {
      readToken();
      skipSpaceAndComments();
    }
    add(TokenKind.END, "", at);
    return tokens;
  }

  /** Which tokens stand right behind something that was reported and left out. */
  BitSet behindMistakes() {
    return behindMistakes;
  }

  /** Whether the file begins with a byte order mark that does not belong to UTF-8. */
  private boolean isUtf16() {
    return text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
  }

  // hot: FrontEndBenchmark
  private void readToken() {
    char first = chars[at];
    if (first == '(' && isAfterNativeName()) {
      readNativeType();
    } else if (isHexDigit(first) && isIid()) {
      add(TokenKind.IID, text.substring(at, at + IID_LENGTH), at + IID_LENGTH);
    } else if (isLetter(first) || (first == '_' && isLetter(charAt(at + 1)))) {
      readWord(first);
    } else if (isDigit(first)) {
      readNumber();
    } else if (first == '%' && charAt(at + 1) == '{') {
      readRawBlock();
    } else if (first == '#') {
      readDirective();
    } else if (first == '"') {
      readString();
    } else if (isStrayEnd(first)) {
      report(Tag.UNTERMINATED, at, at + 2, "\"" + text.substring(at, at + 2) + "\" ends nothing");
      at += 2;
    } else {
      readPunctuation(first);
    }
  }

  /** The character at an index; behind the end, one that is nothing. */
  private char charAt(int index) {
    return index < chars.length ? chars[index] : '\0';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private boolean isIid() {
    if (charAt(at + 8) != '-' || at + IID_LENGTH > text.length()) {
      return false;
    }
    for (int i = 0; i < IID_LENGTH; i++) {
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(at + i);
      if (isDash ? c != '-' : !isHexDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private void readWord(char first) {
    int end = at + 1;
    while (isWordPart(chars[end])) {
      end++;
    }
    if (first == '_') {
      add(TokenKind.IDENTIFIER, words.get(chars, at + 1, end).text(), end);
    } else {
      Words.Word word = words.get(chars, at, end);
      add(word.kind(), word.text(), end);
    }
  }

  private static boolean isWordPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private void readNumber() {
    int end = at + 1;
    char mark = charAt(end);
    if (text.charAt(at) == '0' && (mark == 'x' || mark == 'X') && isHexDigit(charAt(end + 1))) {
      end++;
      while (isHexDigit(charAt(end))) {
        end++;
      }
    } else {
      while (isDigit(charAt(end))) {
        end++;
      }
    }
    add(TokenKind.NUMBER, text.substring(at, end), end);
  }

  private void readString() {
    int end = at + 1;
    while (end < text.length() && !isLineEnd(end) && text.charAt(end) != '"') {
      end++;
    }
    if (end == text.length() || isLineEnd(end)) {
      int start = at;
      add(TokenKind.STRING, text.substring(at + 1, end), end);
      report(Tag.UNTERMINATED, start, end, "string is not closed on its line");
    } else {
      add(TokenKind.STRING, text.substring(at + 1, end), end + 1);
    }
  }

  private void readDirective() {
    int end = lineEnd(at, text.length());
    int open = skipBlanks(at + INCLUDE.length());
    if (text.startsWith(INCLUDE, at) && charAt(open) == '"') {
      int close = text.indexOf('"', open + 1);
      if (close >= 0 && close < end) {
        add(TokenKind.INCLUDE, text.substring(open + 1, close), close + 1);
        return;
      }
    }
    boolean isInclude = text.startsWith(INCLUDE, at);
    diagnostics.report(
        Diagnostic.error(
                Tag.DIRECTIVE,
                new Span(source, at, end),
                isInclude ? "include without a file in double quotes" : "unrecognized directive")
            .expected("#include \"file.idl\"; other lines with # belong into a %{C++ block"));
    at = end;
  }

  private void readRawBlock() {
    int close = text.indexOf("%}", at + 2);
    if (close < 0) {
      report(Tag.UNTERMINATED, at, at + 2, "%{ block is never closed");
      at = text.length();
      return;
    }
    int languageEnd = lineEnd(at, close);
    String language = text.substring(at + 2, languageEnd).strip();
    int end = skipLanguage(close + 2, language);
    if (language.regionMatches(true, 0, CPP, 0, CPP.length())) {
      String first = language.substring(CPP.length()).strip();
      String rest = text.substring(Math.min(close, afterLineEnd(languageEnd)), close);
      addKeepingDocs(TokenKind.RAW_BLOCK, first.isEmpty() ? rest : first + "\n" + rest, end);
    } else {
      diagnostics.report(
          Diagnostic.warning(
                  Tag.RAW_BLOCK, new Span(source, at, at + 2), "raw block is no C++ and is ignored")
              .expected("%{C++ and a new line"));
      at = end;
    }
  }

  /** A block may end as {@code %} C++}: the language is given again. */
  private int skipLanguage(int after, String language) {
    int end = skipBlanks(after);
    if (text.regionMatches(true, end, CPP, 0, CPP.length())) {
      return end + CPP.length();
    }
    boolean isGivenAgain = !language.isEmpty() && text.startsWith(language, end);
    return isGivenAgain ? end + language.length() : after;
  }

  private int skipBlanks(int from) {
    int end = from;
    while (charAt(end) == ' ' || charAt(end) == '\t') {
      end++;
    }
    return end;
  }

  private boolean isAfterNativeName() {
    int count = tokens.size();
    return count >= 2
        && tokens.get(count - 1).kind() == TokenKind.IDENTIFIER
        && tokens.get(count - 2).kind() == TokenKind.NATIVE;
  }

  /** All up to the parenthesis that closes the first is the type, whatever it looks like. */
  private void readNativeType() {
    addPunctuation(TokenKind.OPEN_PAREN);
    int end = at;
    int open = 0;
    while (end < text.length() && !isLineEnd(end) && (open > 0 || text.charAt(end) != ')')) {
      open += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
      end++;
    }
    String type = text.substring(at, end).strip();
    if (!type.isEmpty()) {
      add(TokenKind.NATIVE_TEXT, type, end);
    }
  }

  /** Whether a block or a comment ends here that has no beginning. */
  private boolean isStrayEnd(char first) {
    char second = charAt(at + 1);
    char third = charAt(at + 2);
    return (first == '%' && second == '}')
        || (first == '*' && second == '/' && third != '/' && third != '*');
  }

  private void readPunctuation(char first) {
    if (first == '<' && charAt(at + 1) == '<') {
      add(TokenKind.SHIFT_LEFT, "<<", at + 2);
    } else if (first == '>' && charAt(at + 1) == '>') {
      add(TokenKind.SHIFT_RIGHT, ">>", at + 2);
    } else {
      TokenKind kind = punctuation(first);
      if (kind == TokenKind.END) {
        refuseCharacters();
      } else {
        addPunctuation(kind);
      }
    }
  }

  /** The token of a character; {@code END} if no token begins with it. */
  private static TokenKind punctuation(char c) {
    return switch (c) {
      case '[' -> TokenKind.OPEN_BRACKET;
      case ']' -> TokenKind.CLOSE_BRACKET;
      case '{' -> TokenKind.OPEN_BRACE;
      case '}' -> TokenKind.CLOSE_BRACE;
      case '(' -> TokenKind.OPEN_PAREN;
      case ')' -> TokenKind.CLOSE_PAREN;
      case ',' -> TokenKind.COMMA;
      case ';' -> TokenKind.SEMICOLON;
      case ':' -> TokenKind.COLON;
      case '=' -> TokenKind.EQUALS;
      case '<' -> TokenKind.LESS;
      case '>' -> TokenKind.GREATER;
      case '|' -> TokenKind.OR;
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '*' -> TokenKind.TIMES;
      default -> TokenKind.END;
    };
  }

  private void addPunctuation(TokenKind kind) {
    add(kind, kind.symbol(), at + 1);
  }

  /** Reports a run of characters once, by its first. */
  private void refuseCharacters() {
    int codePoint = text.codePointAt(at);
    int end = at + Character.charCount(codePoint);
    while (end < text.length() && isForeign(text.charAt(end))) {
      end++;
    }
    report(Tag.CHARACTER, at, end, "unexpected character " + shown(codePoint));
    at = end;
  }

  private static String shown(int codePoint) {
    String number = String.format(Locale.ROOT, "U+%04X", codePoint);
    if (codePoint <= 0x7E && !Character.isISOControl(codePoint)) {
      return "\"" + Character.toString(codePoint) + "\"";
    }
    return Character.isLetter(codePoint)
        ? "\"" + Character.toString(codePoint) + "\" (" + number + ")"
        : number;
  }

  private static boolean isForeign(char c) {
    return !isSpace(c)
        && !isLetter(c)
        && !isDigit(c)
        && "_%#\"/".indexOf(c) < 0
        && punctuation(c) == TokenKind.END;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private void skipSpaceAndComments() {
    while (at < text.length()) {
      char c = chars[at];
      if (isSpace(c)) {
        at++;
      } else if (c == '/' && charAt(at + 1) == '/') {
        at = lineEnd(at, text.length());
      } else if (c == '/' && charAt(at + 1) == '*') {
        skipBlockComment();
      } else {
        return;
      }
    }
  }

  private void skipBlockComment() {
    int close = text.indexOf("*/", at + 2);
    if (close < 0) {
      report(Tag.UNTERMINATED, at, at + 2, "comment is never closed");
      at = text.length();
      return;
    }
    if (text.startsWith("/**", at) && close > at + 2) {
      if (docs.isEmpty()) {
        docs = new ArrayList<>();
      }
      docs.add(new DocComment(new Span(source, at, close + 2)));
    }
    at = close + 2;
  }

  private boolean isLineEnd(int index) {
    return chars[index] == '\n' || chars[index] == '\r';
  }

  private int lineEnd(int from, int limit) {
    int end = from;
    while (end < limit && !isLineEnd(end)) {
      end++;
    }
    return end;
  }

  private int afterLineEnd(int lineEnd) {
    return lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1);
  }

  private void add(TokenKind kind, String meaning, int end) {
    if (hasMistake) {
      behindMistakes.set(tokens.size());
      hasMistake = false;
    }
    tokens.add(new Token(kind, meaning, new Span(source, at, end), List.copyOf(docs)));
    docs = List.of();
    at = end;
  }

  private void addKeepingDocs(TokenKind kind, String meaning, int end) {
    tokens.add(new Token(kind, meaning, new Span(source, at, end), List.of()));
    at = end;
  }

  private void report(Tag tag, int start, int end, String message) {
    hasMistake = true;
    diagnostics.report(Diagnostic.error(tag, new Span(source, start, end), message));
  }
}
