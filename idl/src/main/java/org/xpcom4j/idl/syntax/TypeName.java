package org.xpcom4j.idl.syntax;

import java.util.List;
import org.xpcom4j.idl.source.Span;

/**
 * A type as it is written.
 *
 * @param name the name; a built-in one of several words is one name
 * @param arguments the types between angle brackets
 * @param span where it stands, with its arguments
 */
public record TypeName(Name name, List<TypeName> arguments, Span span) {
  /**
   * Copies the list.
   *
   * @param name the name
   * @param arguments the types between angle brackets
   * @param span where it stands, with its arguments
   */
  public TypeName {
    arguments = List.copyOf(arguments);
  }

  /** {@return the name without its arguments} */
  public String text() {
    return name.text();
  }

  @Override
  public String toString() {
    if (arguments.isEmpty()) {
      return name.text();
    }
    return name.text()
        + "<"
        + String.join(", ", arguments.stream().map(TypeName::toString).toList())
        + ">";
  }
}
