package org.xpcom4j.idl.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * What was read in a file, and what was wrong with its text. The tree is only kept until a model is
 * made of it: those of a big run are half of what it has to remember.
 */
final class ParsedFile {
  private final Outline outline;
  private final List<Diagnostic> diagnostics;
  private @Nullable SyntaxTree tree;

  ParsedFile(SyntaxTree tree, List<Diagnostic> diagnostics) {
    this.tree = tree;
    this.outline = Outline.of(tree);
    this.diagnostics = diagnostics;
  }

  Outline outline() {
    return outline;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Gives the tree away, once; for the one thread that makes models. */
  SyntaxTree takeTree() {
    SyntaxTree taken = tree;
    if (taken == null) {
      throw new IllegalStateException("the tree of " + outline.source() + " was taken before");
    }
    tree = null;
    return taken;
  }
}
