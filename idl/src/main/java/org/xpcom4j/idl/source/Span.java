package org.xpcom4j.idl.source;

/**
 * A stretch of a source text.
 *
 * @param source the text
 * @param start offset of the first character
 * @param end offset after the last character
 */
public record Span(SourceText source, int start, int end) {
  /**
   * Checks the order of the offsets.
   *
   * @param source the text
   * @param start offset of the first character
   * @param end offset after the last character
   */
  public Span {
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IllegalArgumentException("no such span: " + start + " to " + end);
    }
  }

  /** {@return line and column of the first character} */
  public Position position() {
    return source.position(start);
  }

  /** {@return the characters} */
  public String text() {
    return source.text().substring(start, end);
  }

  /** {@return an empty span right behind this one, where something is missing} */
  public Span after() {
    return new Span(source, end, end);
  }

  /**
   * Reaches from the start of this span to the end of another one of the same text.
   *
   * @param last the span that ends the result
   * @return both and what is between them
   */
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  @Override
  public String toString() {
    Position position = position();
    return source.shownAs() + ":" + position.line() + ":" + position.column();
  }
}
