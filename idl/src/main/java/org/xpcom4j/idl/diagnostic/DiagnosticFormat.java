package org.xpcom4j.idl.diagnostic;

import org.xpcom4j.idl.source.Position;

/** Writes diagnostics as people read them: place, message, line, caret, notes. */
public final class DiagnosticFormat {
  private static final int WIDEST_LINE = 400;

  private DiagnosticFormat() {}

  /**
   * Writes one diagnostic.
   *
   * @param diagnostic what to say
   * @return several lines, without an end of line after the last
   */
  public static String format(Diagnostic diagnostic) {
    Position position = diagnostic.span().position();
    String line = diagnostic.span().source().line(position.line());
    StringBuilder out = new StringBuilder();
    out.append(diagnostic.span()).append(": ").append(diagnostic.severity().word());
    out.append(": [").append(diagnostic.tag().id()).append("] ").append(diagnostic.message());
    if (position.column() <= WIDEST_LINE && !diagnostic.span().source().text().isEmpty()) {
      int shown = Math.min(line.length(), WIDEST_LINE);
      out.append('\n').append(line, 0, shown).append('\n');
      out.append(indentTo(line, position.column())).append('^');
    }
    for (Note note : diagnostic.notes()) {
      out.append("\n  ").append(note.kind().word()).append(": ").append(note.text());
    }
    return out.toString();
  }

  private static String indentTo(String line, int column) {
    StringBuilder indent = new StringBuilder();
    for (int i = 0; i < column - 1; i++) {
      indent.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return indent.toString();
  }
}
