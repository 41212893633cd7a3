package org.xpcom4j.idl.format;

/** The text that is being written, and the column at which it goes on. */
final class Page {
  /** How many columns a line should not exceed. */
  static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final String lineEnd;
  private int lineStart;

  Page(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /** How many characters the line has so far. */
  int column() {
    return out.length() - lineStart;
  }

  boolean hasRoomFor(int characters) {
    return column() + characters <= WIDTH;
  }

  Page write(String text) {
    out.append(text);
    return this;
  }

  Page spaces(int count) {
    out.append(" ".repeat(count));
    return this;
  }

  /** Writes a text that may have line ends of its own, as it is. */
  void writeLines(String text) {
    out.append(text);
    int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (last >= 0) {
      lineStart = out.length() - (text.length() - last - 1);
    }
  }

  /** Writes a comment whose other lines belong under its first. */
  void writeComment(Lexeme comment) {
    writeLines(CommentText.at(column(), comment, lineEnd));
  }

  void endLine() {
    out.append(lineEnd);
    lineStart = out.length();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
