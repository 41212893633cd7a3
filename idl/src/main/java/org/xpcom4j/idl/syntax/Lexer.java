package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Cuts a file into tokens. What it cannot read it reports and leaves out. */
final class Lexer {
  private static final Pattern IID =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
  private static final Pattern WORD = Pattern.compile("_?[A-Za-z][A-Za-z_0-9]*");
  private static final Pattern NUMBER = Pattern.compile("0[xX]\\p{XDigit}+|[0-9]+");
  private static final Pattern INCLUDE = Pattern.compile("#include[ \\t]+\"([^\"\\r\\n]*)\"");

  private final SourceText source;
  private final String text;
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private List<DocComment> docs = new ArrayList<>();
  private int at;

  Lexer(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.diagnostics = diagnostics;
  }

  /** Reads the whole file; the last token is its end. */
  List<Token> tokens() {
    skipSpaceAndComments();
    while (at < text.length()) {
      readToken();
      skipSpaceAndComments();
    }
    add(TokenKind.END, "", at);
    return tokens;
  }

  private void readToken() {
    if (afterNativeName()) {
      readNativeType();
    } else if (text.startsWith("%{", at)) {
      readRawBlock();
    } else if (text.charAt(at) == '#') {
      readDirective();
    } else if (text.charAt(at) == '"') {
      readString();
    } else if (!readMatch(IID, TokenKind.IID)
        && !readWord()
        && !readMatch(NUMBER, TokenKind.NUMBER)) {
      readPunctuation();
    }
  }

  private boolean readMatch(Pattern pattern, TokenKind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    add(kind, matcher.group(), matcher.end());
    return true;
  }

  private boolean readWord() {
    Matcher matcher = WORD.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String word = matcher.group();
    if (word.startsWith("_")) {
      add(TokenKind.IDENTIFIER, word.substring(1), matcher.end());
    } else {
      add(TokenKind.ofWord(word), word, matcher.end());
    }
    return true;
  }

  private void readString() {
    int end = at + 1;
    while (end < text.length() && !isLineEnd(end) && text.charAt(end) != '"') {
      end++;
    }
    if (end == text.length() || isLineEnd(end)) {
      report(Tag.UNTERMINATED, at, end, "string is not closed on its line");
      add(TokenKind.STRING, text.substring(at + 1, end), end);
    } else {
      add(TokenKind.STRING, text.substring(at + 1, end), end + 1);
    }
  }

  private void readDirective() {
    Matcher matcher = INCLUDE.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      add(TokenKind.INCLUDE, matcher.group(1), matcher.end());
      return;
    }
    int end = lineEnd(at);
    Span span = new Span(source, at, end);
    diagnostics.report(
        Diagnostic.error(Tag.DIRECTIVE, span, "unrecognized directive")
            .expected("#include \"file.idl\"; other lines with # belong into a %{C++ block"));
    at = end;
  }

  private void readRawBlock() {
    int languageEnd = lineEnd(at);
    String language = text.substring(at + 2, languageEnd).strip();
    int close = text.indexOf("%}", at + 2);
    if (close < 0) {
      report(Tag.UNTERMINATED, at, at + 2, "%{ block is never closed");
      at = text.length();
      return;
    }
    int end = skipLanguage(close + 2);
    if (language.toUpperCase(Locale.ROOT).startsWith("C++") && languageEnd <= close) {
      String content = text.substring(Math.min(close, afterLineEnd(languageEnd)), close);
      addKeepingDocs(TokenKind.RAW_BLOCK, content, end);
    } else {
      diagnostics.report(
          Diagnostic.warning(Tag.RAW_BLOCK, new Span(source, at, at + 2), "raw block is ignored")
              .expected("%{C++ and a new line"));
      at = end;
    }
  }

  /** A block may end as {@code %} C++}: the language is given again. */
  private int skipLanguage(int after) {
    int end = after;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.regionMatches(true, end, "C++", 0, 3) ? end + 3 : after;
  }

  private boolean afterNativeName() {
    int count = tokens.size();
    return count >= 3
        && tokens.get(count - 1).kind() == TokenKind.OPEN_PAREN
        && tokens.get(count - 2).kind() == TokenKind.IDENTIFIER
        && tokens.get(count - 3).kind() == TokenKind.NATIVE;
  }

  private void readNativeType() {
    int end = at;
    while (end < text.length() && !isLineEnd(end) && text.charAt(end) != ')') {
      end++;
    }
    String type = text.substring(at, end).strip();
    if (end == at) {
      readPunctuation();
    } else {
      add(TokenKind.NATIVE_TEXT, type, end);
    }
  }

  private void readPunctuation() {
    if (text.startsWith("<<", at)) {
      add(TokenKind.SHIFT_LEFT, "<<", at + 2);
      return;
    }
    if (text.startsWith(">>", at)) {
      add(TokenKind.SHIFT_RIGHT, ">>", at + 2);
      return;
    }
    switch (text.charAt(at)) {
      case '[' -> addPunctuation(TokenKind.OPEN_BRACKET);
      case ']' -> addPunctuation(TokenKind.CLOSE_BRACKET);
      case '{' -> addPunctuation(TokenKind.OPEN_BRACE);
      case '}' -> addPunctuation(TokenKind.CLOSE_BRACE);
      case '(' -> addPunctuation(TokenKind.OPEN_PAREN);
      case ')' -> addPunctuation(TokenKind.CLOSE_PAREN);
      case ',' -> addPunctuation(TokenKind.COMMA);
      case ';' -> addPunctuation(TokenKind.SEMICOLON);
      case ':' -> addPunctuation(TokenKind.COLON);
      case '=' -> addPunctuation(TokenKind.EQUALS);
      case '<' -> addPunctuation(TokenKind.LESS);
      case '>' -> addPunctuation(TokenKind.GREATER);
      case '|' -> addPunctuation(TokenKind.OR);
      case '+' -> addPunctuation(TokenKind.PLUS);
      case '-' -> addPunctuation(TokenKind.MINUS);
      case '*' -> addPunctuation(TokenKind.TIMES);
      default -> refuseCharacter();
    }
  }

  private void addPunctuation(TokenKind kind) {
    add(kind, text.substring(at, at + 1), at + 1);
  }

  private void refuseCharacter() {
    int codePoint = text.codePointAt(at);
    int end = at + Character.charCount(codePoint);
    String shown =
        Character.isISOControl(codePoint) || codePoint > 0x7E
            ? String.format(Locale.ROOT, "U+%04X", codePoint)
            : "\"" + Character.toString(codePoint) + "\"";
    report(Tag.CHARACTER, at, end, "unexpected character " + shown);
    at = end;
  }

  private void skipSpaceAndComments() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        at = lineEnd(at);
      } else if (text.startsWith("/*", at)) {
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
      docs.add(new DocComment(new Span(source, at, close + 2)));
    }
    at = close + 2;
  }

  private boolean isLineEnd(int index) {
    return text.charAt(index) == '\n' || text.charAt(index) == '\r';
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(end)) {
      end++;
    }
    return end;
  }

  private int afterLineEnd(int lineEnd) {
    return lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1);
  }

  private void add(TokenKind kind, String meaning, int end) {
    tokens.add(new Token(kind, meaning, new Span(source, at, end), List.copyOf(docs)));
    docs = new ArrayList<>();
    at = end;
  }

  private void addKeepingDocs(TokenKind kind, String meaning, int end) {
    tokens.add(new Token(kind, meaning, new Span(source, at, end), List.of()));
    at = end;
  }

  private void report(Tag tag, int start, int end, String message) {
    diagnostics.report(Diagnostic.error(tag, new Span(source, start, end), message));
  }
}
