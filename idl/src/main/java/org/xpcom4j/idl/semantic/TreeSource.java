package org.xpcom4j.idl.semantic;

import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;

/** Parses files, or knows what was parsed before. */
@FunctionalInterface
public interface TreeSource {
  /**
   * Gives the syntax tree of a file.
   *
   * @param source the file
   * @return what could be read of it
   */
  SyntaxTree tree(SourceText source);
}
