package org.xpcom4j.idl.format;

import java.util.List;

/** Moves comments to another column. */
final class CommentText {
  private CommentText() {}

  /** The text of a comment that begins at a column; its other lines move along. */
  static String at(int column, Lexeme comment, String lineEnd) {
    List<String> lines = comment.text().lines().toList();
    if (lines.size() == 1) {
      return comment.text();
    }
    boolean hasStars = lines.stream().skip(1).allMatch(line -> line.strip().startsWith("*"));
    StringBuilder text = new StringBuilder(lines.get(0).stripTrailing());
    for (String line : lines.subList(1, lines.size())) {
      text.append(lineEnd);
      if (hasStars) {
        text.append(" ".repeat(column + 1)).append(line.strip());
      } else {
        text.append(moved(line.stripTrailing(), comment, column));
      }
    }
    return text.toString();
  }

  /** What is drawn in a comment keeps its form: a line moves only as far as the first line does. */
  private static String moved(String line, Lexeme comment, int column) {
    boolean moves = comment.startsLine() && !line.isEmpty() && line.startsWith(comment.indent());
    return moves ? " ".repeat(column) + line.substring(comment.indent().length()) : line;
  }
}
