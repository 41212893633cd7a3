package org.xpcom4j.idl.syntax;

import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.source.SourceText;

/**
 * A file as it is written: declarations in order, names not looked up.
 *
 * @param source the text
 * @param declarations those that could be read
 */
public record SyntaxTree(SourceText source, List<Declaration> declarations) {
  /**
   * Copies the list.
   *
   * @param source the text
   * @param declarations those that could be read
   */
  public SyntaxTree {
    declarations = List.copyOf(declarations);
  }

  /**
   * Parses a file. Never fails: what cannot be read is reported and left out.
   *
   * @param source the text
   * @param diagnostics hears what is wrong
   * @return what could be read
   */
  public static SyntaxTree parse(SourceText source, Diagnostics diagnostics) {
    Lexer lexer = new Lexer(source, diagnostics);
    var reader = new TokenReader(lexer.tokens(), lexer.behindMistakes(), diagnostics);
    return new SyntaxTree(source, new Parser(reader).declarations());
  }
}
