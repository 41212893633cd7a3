package org.xpcom4j.idl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.format.Lexeme.Kind;

/** Cuts a text that parses into all that is in it but white space: comments too. */
final class Scanner {
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}"
              + "|[A-Za-z0-9_]+|\"[^\"\\r\\n]*\"");
  private static final Pattern INCLUDE = Pattern.compile("#include[ \\t]+(\"[^\"\\r\\n]*\")");
  private static final Pattern RAW_BLOCK_END =
      Pattern.compile("%\\}(?:[ \\t]*C\\+\\+)?", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;
  private int lineBreaks = 2;
  private int lineStart;

  Scanner(String text) {
    this.text = text;
  }

  List<Lexeme> lexemes() {
    skipSpace();
    while (at < text.length()) {
      readOne();
      skipSpace();
    }
    return lexemes;
  }

  private void readOne() {
    if (isInNative()) {
      int end = Math.min(lineEnd(), after(")", at) - 1);
      add(Kind.NATIVE_TEXT, text.substring(at, end).strip(), end);
    } else if (text.startsWith("//", at)) {
      add(Kind.LINE_COMMENT, text.substring(at, lineEnd()).stripTrailing(), lineEnd());
    } else if (text.startsWith("/*", at)) {
      int end = after("*/", at + 2);
      boolean isDoc = text.startsWith("/**", at) && end > at + 4;
      add(isDoc ? Kind.DOC_COMMENT : Kind.BLOCK_COMMENT, text.substring(at, end), end);
    } else if (text.startsWith("%{", at)) {
      readRawBlock();
    } else if (!readMatch(INCLUDE, Kind.INCLUDE) && !readMatch(WORD, Kind.WORD)) {
      boolean isDouble = text.startsWith("<<", at) || text.startsWith(">>", at);
      int end = text.offsetByCodePoints(at, isDouble ? 2 : 1);
      add(Kind.SIGN, text.substring(at, end), end);
    }
  }

  private boolean readMatch(Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    boolean isInclude = kind == Kind.INCLUDE;
    add(kind, isInclude ? "#include " + matcher.group(1) : matcher.group(), matcher.end());
    return true;
  }

  private void readRawBlock() {
    Matcher matcher = RAW_BLOCK_END.matcher(text);
    int end = matcher.find(at) ? matcher.end() : text.length();
    add(Kind.RAW_BLOCK, text.substring(at, end), end);
  }

  /** What stands behind the parenthesis is C++, also what looks like a comment. */
  private boolean isInNative() {
    if (lexemes.isEmpty() || !lexemes.get(lexemes.size() - 1).is("(")) {
      return false;
    }
    List<Lexeme> last = new ArrayList<>();
    for (int i = lexemes.size() - 1; i >= 0 && last.size() < 3; i--) {
      if (!lexemes.get(i).isComment()) {
        last.add(lexemes.get(i));
      }
    }
    return last.size() == 3
        && last.get(0).is("(")
        && last.get(1).kind() == Kind.WORD
        && last.get(2).isWord("native")
        && text.charAt(at) != ')';
  }

  private int after(String sign, int from) {
    int found = text.indexOf(sign, from);
    return found < 0 ? text.length() : found + sign.length();
  }

  private int lineEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      char c = text.charAt(at);
      at++;
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", at))) {
        lineBreaks = Math.min(2, lineBreaks + 1);
        lineStart = at;
      }
    }
  }

  private void add(Kind kind, String written, int end) {
    String before = text.substring(Math.min(lineStart, at), at);
    String indent = before.isBlank() ? before : "";
    lexemes.add(new Lexeme(kind, written, lineBreaks, indent));
    lineBreaks = 0;
    at = end;
  }
}
