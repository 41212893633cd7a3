package org.xpcom4j.idl.syntax;

import java.util.Optional;
import org.xpcom4j.idl.source.Span;

/**
 * One of the words in brackets before a declaration.
 *
 * @param name the word
 * @param value what stands in parentheses behind it
 */
public record ExtendedAttribute(Name name, Optional<Value> value) {
  /**
   * The value of an extended attribute.
   *
   * @param form how it is written
   * @param text the value, a string without its quotes
   * @param span where it stands
   */
  public record Value(Form form, String text, Span span) {}

  /** How a value is written. */
  public enum Form {
    /** As a name. */
    NAME,
    /** As an interface ID. */
    IID,
    /** As a string in quotes. */
    STRING,
    /** As a number. */
    NUMBER
  }

  /**
   * Compares the name.
   *
   * @param other a name
   * @return whether this attribute has it
   */
  public boolean is(String other) {
    return name.text().equals(other);
  }
}
