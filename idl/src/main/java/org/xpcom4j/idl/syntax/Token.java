package org.xpcom4j.idl.syntax;

import java.util.List;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * One word of a file.
 *
 * @param all the words of the file
 * @param index which of them
 */
record Token(Tokens all, int index) {
  /** What it is. */
  TokenKind kind() {
    return all.kind(index);
  }

  /** What it means: a name without its escape, a string without its quotes. */
  String text() {
    return all.text(index);
  }

  /** Where it stands. */
  Span span() {
    return all.span(index);
  }

  /** The doc comments since the token before it. */
  List<DocComment> docs() {
    return all.docs(index);
  }

  /** A leading underscore makes a name of what would be a keyword or a type. */
  boolean isEscaped() {
    return all.isEscaped(index);
  }

  /** How messages quote it. */
  String quoted() {
    return switch (kind()) {
      case END, RAW_BLOCK, INCLUDE, NATIVE_TEXT -> kind().description();
      case STRING -> span().text();
      default -> "\"" + span().text() + "\"";
    };
  }
}
