package org.xpcom4j.idl.diagnostic;

import org.xpcom4j.idl.source.Position;
import org.xpcom4j.idl.source.Span;

/** Writes diagnostics as people read them: place, message, line, caret, notes. */
public final class DiagnosticFormat {
  private static final int WIDEST_LINE = 400;

  /** How much of a longer line is shown in front of its culprit. */
  private static final int BEFORE_CULPRIT = 60;

  private static final String CUT = "...";

  private static final char REPLACEMENT = '\uFFFD';

  private DiagnosticFormat() {}

  /**
   * Writes one diagnostic.
   *
   * @param diagnostic what to say
   * @return several lines, without an end of line after the last
   */
  public static String format(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    out.append(diagnostic.span()).append(": ").append(diagnostic.severity().word());
    out.append(": [").append(diagnostic.tag().id()).append("] ").append(diagnostic.message());
    if (!diagnostic.span().source().text().isEmpty()) {
      appendLineAndCaret(out, diagnostic.span());
    }
    for (Note note : diagnostic.notes()) {
      out.append("\n  ").append(note.kind().word()).append(": ").append(note.text());
    }
    return harmless(out);
  }

  /** Nothing in a file may move the cursor of a terminal, colour it or turn its text round. */
  private static String harmless(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
      boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
      if (isControl || turns) {
        text.setCharAt(i, REPLACEMENT);
      }
    }
    return text.toString();
  }

  /** The line, or the part of a long one that matters: no more of it is looked at. */
  private static void appendLineAndCaret(StringBuilder out, Span span) {
    Position position = span.position();
    int lineStart = span.start() - position.column() + 1;
    boolean isFar = position.column() > WIDEST_LINE;
    int start = isFar ? span.start() - BEFORE_CULPRIT : lineStart;
    String prefix = isFar ? CUT : "";
    String shown = restOfLine(span.source().text(), start);
    String before = shown.substring(0, Math.min(shown.length(), span.start() - start));
    out.append('\n').append(prefix).append(shown).append('\n');
    out.append(" ".repeat(prefix.length())).append(Columns.blank(before));
    out.append(" ".repeat(span.start() - start - before.length())).append('^');
  }

  private static String restOfLine(String text, int start) {
    int limit = Math.min(text.length(), start + WIDEST_LINE);
    int end = start;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }
}
