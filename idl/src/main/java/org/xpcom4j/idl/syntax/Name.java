package org.xpcom4j.idl.syntax;

import org.xpcom4j.idl.source.Span;

/**
 * A name as it is written.
 *
 * @param text the name; without the underscore that escapes it; several words have one space each
 * @param escaped whether a leading underscore was there
 * @param span where it stands
 */
public record Name(String text, boolean escaped, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
