package org.xpcom4j.idl.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment that begins with two stars and documents what follows it.
 *
 * @param span the comment with its delimiters
 */
public record DocComment(Span span) {
  /** {@return the lines of the text, without delimiters and the stars in front} */
  public List<String> lines() {
    String comment = span.text();
    String inner = comment.substring(3, Math.max(3, comment.length() - 2));
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < inner.length()) {
      int end = start;
      while (end < inner.length() && inner.charAt(end) != '\n' && inner.charAt(end) != '\r') {
        end++;
      }
      lines.add(withoutStar(inner.substring(start, end)));
      start = inner.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines;
  }

  private static String withoutStar(String line) {
    String text = line.strip();
    if (text.startsWith("*")) {
      int begin = text.length() > 1 && text.charAt(1) == ' ' ? 2 : 1;
      return text.substring(begin).stripTrailing();
    }
    return text;
  }
}
