package org.xpcom4j.idl.syntax;

import java.util.List;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * One word of a file.
 *
 * @param kind what it is
 * @param text what it means: a name without its escape, a string without its quotes
 * @param span where it stands
 * @param docs the doc comments since the token before it
 */
record Token(TokenKind kind, String text, Span span, List<DocComment> docs) {
  /** A leading underscore makes a name of what would be a keyword or a type. */
  boolean isEscaped() {
    return kind == TokenKind.IDENTIFIER && span.source().text().charAt(span.start()) == '_';
  }

  /** How messages quote it. */
  String quoted() {
    return switch (kind) {
      case END, RAW_BLOCK, INCLUDE, NATIVE_TEXT -> kind.description();
      case STRING -> span.text();
      default -> "\"" + span.text() + "\"";
    };
  }
}
