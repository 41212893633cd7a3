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
    return new Layout(lexemes, lineEnd(lexemes, source.text())).print();
  }

  /**
   * A file keeps its kind of line ends. If it has both, the first that is sure to stay decides: one
   * in a block of another language. Else a second time would not find what the first time found.
   */
  private static String lineEnd(List<Lexeme> lexemes, String text) {
    String decisive =
        lexemes.stream()
            .filter(each -> each.kind() == Lexeme.Kind.RAW_BLOCK)
            .map(Lexeme::text)
            .filter(each -> each.indexOf('\n') >= 0)
            .findFirst()
            .orElse(text);
    int end = decisive.indexOf('\n');
    return end > 0 && decisive.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }
}
