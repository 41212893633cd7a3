package org.xpcom4j.registry.pref;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a preference file. What is wrong is told, and reading goes on at the next line
 * that begins a preference or a comment: one bad line costs that line only.
 *
 * <p>As in Gecko there may be comments wherever white space may be, {@code #} comments between
 * preferences, line breaks in strings, and escapes that are unknown or cut short stay as they are.
 */
final class PrefFileParser {

  /** A file of nonsense need not fill the log. */
  static final int MOST_PROBLEMS = 100;

  private static final int END_OF_FILE = -1;
  private static final int CONTROL_Z = 0x1A;

  private final byte[] in;
  private final PrefFilePositions positions;
  private final List<PrefStatement> statements = new ArrayList<>();
  private final List<PrefFileProblem> problems = new ArrayList<>();
  private int at;

  private PrefFileParser(byte[] in) {
    this.in = in;
    this.positions = new PrefFilePositions(in);
  }

  /** What is in a file, in its order. */
  record Content(List<PrefStatement> statements, List<PrefFileProblem> problems) {}

  /** Reads a whole file. */
  static Content parse(byte[] file) {
    var parser = new PrefFileParser(file);
    parser.skipByteOrderMark();
    parser.file();
    return new Content(List.copyOf(parser.statements), List.copyOf(parser.problems));
  }

  private void skipByteOrderMark() {
    if (in.length >= 3 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF) {
      at = 3;
    }
  }

  private void file() {
    while (true) {
      int start = at;
      try {
        while (skipBetween()) {
          start = at;
        }
        if (peek() == END_OF_FILE) {
          return;
        }
        statements.add(statement());
      } catch (Unreadable unreadable) {
        problems.add(positions.problem(unreadable.offset, unreadable.what));
        if (problems.size() == MOST_PROBLEMS) {
          problems.add(positions.problem(unreadable.offset, "too much is wrong to read on"));
          return;
        }
        at = positions.nextStart(start);
      }
    }
  }

  /** Skips one thing that may be between preferences; tells whether there was one. */
  private boolean skipBetween() throws Unreadable {
    int c = peek();
    if (c == '#') {
      skipLine();
    } else if (c == '/') {
      skipComment();
    } else if (isSpace(c) || c == ';') {
      at++;
    } else {
      return false;
    }
    return true;
  }

  private PrefStatement statement() throws Unreadable {
    int start = at;
    PrefStatement.Kind kind = keyword();
    skipJunk();
    expect('(');
    skipJunk();
    String name = string("the name of a preference in quotes");
    skipJunk();
    expect(',');
    skipJunk();
    Object value = value();
    skipJunk();
    expect(')');
    skipJunk();
    expect(';');
    return new PrefStatement(kind, name, value, start);
  }

  private PrefStatement.Kind keyword() throws Unreadable {
    int start = at;
    String word = word();
    for (PrefStatement.Kind kind : PrefStatement.Kind.values()) {
      if (kind.keyword().equals(word)) {
        return kind;
      }
    }
    throw new Unreadable(start, "expected user_pref, pref, sticky_pref or a comment");
  }

  private String word() {
    var word = new StringBuilder();
    for (int c = peek(); isWordPart(c); c = peek()) {
      word.append((char) c);
      at++;
    }
    return word.toString();
  }

  private static boolean isWordPart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private Object value() throws Unreadable {
    int start = at;
    int c = peek();
    if (c == '"' || c == '\'') {
      return string("");
    }
    if (c == '+' || c == '-' || (c >= '0' && c <= '9')) {
      return number();
    }
    String word = word();
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    throw new Unreadable(start, "expected a string in quotes, a whole number, true or false");
  }

  private Integer number() throws Unreadable {
    int start = at;
    boolean isNegative = peek() == '-';
    if (isNegative || peek() == '+') {
      at++;
    }
    int digits = at;
    long number = 0;
    for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
      number = Math.min(10 * number + (c - '0'), 1L << 32);
      at++;
    }
    if (at == digits) {
      throw new Unreadable(start, "expected digits behind the sign");
    }
    if (isWordPart(peek()) || peek() == '.') {
      throw new Unreadable(at, "expected the end of a whole number; text needs quotes");
    }
    long value = isNegative ? -number : number;
    if (value != (int) value) {
      throw new Unreadable(start, "number is not between -2147483648 and 2147483647");
    }
    return (int) value;
  }

  private String string(String expected) throws Unreadable {
    int start = at;
    int quote = peek();
    if (quote != '"' && quote != '\'') {
      throw new Unreadable(start, "expected " + expected);
    }
    at++;
    var text = new ByteArrayOutputStream();
    while (true) {
      int c = next();
      if (c == END_OF_FILE) {
        throw new Unreadable(start, "string is not closed");
      }
      if (c == quote) {
        return PrefText.decode(text.toByteArray());
      }
      if (c == '\\') {
        PrefText.writeEscape(this, text);
      } else {
        text.write(c);
      }
    }
  }

  /** Takes a byte; {@code END_OF_FILE} when there is none. */
  int next() {
    int c = peek();
    if (c != END_OF_FILE) {
      at++;
    }
    return c;
  }

  int peek() {
    return at < in.length ? in[at] & 0xFF : END_OF_FILE;
  }

  /** Takes so many hexadecimal digits if they are there: their value, else -1 and nothing is taken. */
  int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at + i < in.length ? Character.digit(in[at + i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    at += digits;
    return value;
  }

  /** Takes two bytes if they are there. */
  boolean take(char first, char second) {
    if (at + 1 < in.length && in[at] == first && in[at + 1] == second) {
      at += 2;
      return true;
    }
    return false;
  }

  private void expect(char wanted) throws Unreadable {
    if (peek() != wanted) {
      throw new Unreadable(at, "expected '" + wanted + "'");
    }
    at++;
  }

  private void skipJunk() throws Unreadable {
    while (true) {
      if (peek() == '/') {
        skipComment();
      } else if (isSpace(peek())) {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipComment() throws Unreadable {
    int start = at;
    if (take('/', '/')) {
      skipLine();
      return;
    }
    if (!take('/', '*')) {
      throw new Unreadable(start, "expected // or /* to begin a comment");
    }
    while (!take('*', '/')) {
      if (next() == END_OF_FILE) {
        throw new Unreadable(start, "comment is not closed");
      }
    }
  }

  private void skipLine() {
    for (int c = peek(); c != END_OF_FILE && !isLineEnd(c); c = peek()) {
      at++;
    }
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == 0x0B || c == '\f' || isLineEnd(c);
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == CONTROL_Z;
  }

  /** Ends a statement. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String what;

    Unreadable(int offset, String what) {
      super(what, null, false, false);
      this.offset = offset;
      this.what = what;
    }

    @Override
    public @Nullable String getMessage() {
      return what;
    }
  }
}
