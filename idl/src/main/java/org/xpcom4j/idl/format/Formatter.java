package org.xpcom4j.idl.format;

import java.util.List;
import org.xpcom4j.idl.source.SourceText;

/**
 * Gives IDL its canonical layout: two spaces of indent, 100 columns, one statement a line. Words,
 * comments and blocks of other languages stay as they are and in their order, and a blank line
 * between statements stays a blank line; several become one.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * Lays a file out. What is laid out already comes back unchanged.
   *
   * @param source a text that parses without errors
   * @return the same declarations in canonical layout
   */
  public static String format(SourceText source) {
    List<Lexeme> lexemes = new Scanner(source.text()).lexemes();
    return new Layout(lexemes, lineEnd(source.text())).print();
  }

  /** The line end of the first line: a file keeps its kind. */
  private static String lineEnd(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }
}
