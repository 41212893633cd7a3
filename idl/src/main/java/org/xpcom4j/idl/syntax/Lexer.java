package org.xpcom4j.idl.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The text as far as it matters here, with a byte more behind its end. */
  private final byte[] bytes;

  private final Words words;
  private final Diagnostics diagnostics;
  private final Tokens tokens;
  private final BitSet behindMistakes = new BitSet();
  private boolean hasMistake;
  private List<DocComment> docs = List.of();
  private int at;

  Lexer(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.bytes = bytes(text);
    this.words = new Words(text, bytes);
    this.diagnostics = diagnostics;
    this.tokens = new Tokens(source);
  }

  /** A byte for each character; what is beyond ISO-8859-1 becomes a question mark. */
  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length != text.length()) { // pairs of surrogates are one question mark
      bytes = new byte[text.length()];
      for (int i = 0; i < bytes.length; i++) {
        char c = text.charAt(i);
        bytes[i] = (byte) (c < CharacterClasses.OF.length ? c : '?');
      }
    }
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /** Reads the whole file; the last token is its end. */
  Tokens tokens() {
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
    int first = bytes[at] & 0xFF;
    switch (CharacterClasses.OF[first]) {
      case CharacterClasses.LETTER -> readWord(at);
      case CharacterClasses.PUNCTUATION -> {
        if (first == '(' && isAfterNativeName()) {
          readNativeType();
        } else {
          addPunctuation(CharacterClasses.token(first));
        }
      }
      case CharacterClasses.DIGIT -> readNumber();
      default -> readOther((char) first);
    }
  }

  private void readOther(char first) {
    if (first == '_' && CharacterClasses.isLetter(charAt(at + 1))) {
      readWord(at + 1);
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
    return index < bytes.length ? (char) (bytes[index] & 0xFF) : '\0';
  }

  private static boolean isHexDigit(char c) {
    return CharacterClasses.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Whether an interface ID begins here: eight hexadecimal digits and a dash, to begin with. */
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

  /** Reads a word, or an interface ID that begins like one; an underscore may be before it. */
  private void readWord(int start) {
    int hash = 0;
    int end = start;
    do {
      hash = hash * 31 + bytes[end++];
    } while (CharacterClasses.OF[bytes[end] & 0xFF] >= CharacterClasses.DIGIT);
    if (bytes[end] == '-' && end == at + 8 && isIid()) {
      readIid();
      return;
    }
    Words.Word word = words.get(start, end, hash);
    add(start == at ? word.kind() : TokenKind.IDENTIFIER, word.text(), end);
  }

  private void readIid() {
    add(TokenKind.IID, text.substring(at, at + IID_LENGTH), at + IID_LENGTH);
  }

  private void readNumber() {
    if (isIid()) {
      readIid();
      return;
    }
    int end = at + 1;
    char mark = charAt(end);
    if (text.charAt(at) == '0' && (mark == 'x' || mark == 'X') && isHexDigit(charAt(end + 1))) {
      end++;
      while (isHexDigit(charAt(end))) {
        end++;
      }
    } else {
      while (CharacterClasses.isDigit(charAt(end))) {
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
    int count = tokens.count();
    return count >= 2
        && tokens.kind(count - 1) == TokenKind.IDENTIFIER
        && tokens.kind(count - 2) == TokenKind.NATIVE;
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
      TokenKind kind = CharacterClasses.token(first);
      if (kind == TokenKind.END) {
        refuseCharacters();
      } else {
        addPunctuation(kind);
      }
    }
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
    return !CharacterClasses.isSpace(c)
        && !CharacterClasses.isWordPart(c)
        && "%#\"/".indexOf(c) < 0
        && CharacterClasses.token(c) == TokenKind.END;
  }

  // hot: FrontEndBenchmark
  private void skipSpaceAndComments() {
    while (true) {
      int next = at;
      while (CharacterClasses.OF[bytes[next] & 0xFF] == CharacterClasses.SPACE) {
        next++;
      }
      at = next;
      if (bytes[next] != '/') {
        return;
      }
      if (charAt(next + 1) == '/') {
        at = lineEnd(next, text.length());
      } else if (charAt(next + 1) == '*') {
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
    if (bytes[at + 2] == '*' && close > at + 2) {
      if (docs.isEmpty()) {
        docs = new ArrayList<>();
      }
      docs.add(new DocComment(new Span(source, at, close + 2)));
    }
    at = close + 2;
  }

  private boolean isLineEnd(int index) {
    return bytes[index] == '\n' || bytes[index] == '\r';
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
      behindMistakes.set(tokens.count());
      hasMistake = false;
    }
    tokens.add(kind, meaning, at, end, docs);
    docs = List.of();
    at = end;
  }

  private void addKeepingDocs(TokenKind kind, String meaning, int end) {
    tokens.add(kind, meaning, at, end, List.of());
    at = end;
  }

  private void report(Tag tag, int start, int end, String message) {
    hasMistake = true;
    diagnostics.report(Diagnostic.error(tag, new Span(source, start, end), message));
  }
}
