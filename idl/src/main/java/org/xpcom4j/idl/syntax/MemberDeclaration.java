package org.xpcom4j.idl.syntax;

import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/** What an interface consists of. */
public sealed interface MemberDeclaration permits RawBlock, MemberDeclaration.Named {
  /** {@return where it stands, from its first token to its last} */
  Span span();

  /** A member that has a name. */
  sealed interface Named extends MemberDeclaration {
    /** {@return the name} */
    Name name();
  }

  /**
   * What is left of a member that could not be read: its name, so that uses of it are no errors of
   * their own.
   *
   * @param name its name
   * @param span where it stands
   */
  record Broken(Name name, Span span) implements Named {}

  /**
   * A constant.
   *
   * @param type the name of its type
   * @param name its name
   * @param value how to compute it
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Constant(TypeName type, Name name, Expression value, List<DocComment> docs, Span span)
      implements Named {}

  /**
   * An attribute: a value that can be read, and perhaps written.
   *
   * @param attributes the words in brackets
   * @param isReadonly whether it cannot be written
   * @param type the name of its type
   * @param name its name
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Attribute(
      List<ExtendedAttribute> attributes,
      boolean isReadonly,
      TypeName type,
      Name name,
      List<DocComment> docs,
      Span span)
      implements Named {}

  /**
   * A method.
   *
   * @param attributes the words in brackets
   * @param type the name of the type it returns
   * @param name its name
   * @param parameters what it takes and gives
   * @param raises the names behind {@code raises}
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Method(
      List<ExtendedAttribute> attributes,
      TypeName type,
      Name name,
      List<ParameterDeclaration> parameters,
      List<Name> raises,
      List<DocComment> docs,
      Span span)
      implements Named {}

  /**
   * An enumeration of numbers.
   *
   * @param name its name
   * @param width how many bits its values have, as it is written
   * @param entries its values
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Cenum(Name name, Name width, List<Entry> entries, List<DocComment> docs, Span span)
      implements Named {}

  /**
   * One value of an enumeration.
   *
   * @param name its name
   * @param value how to compute it; one more than the one before if it is not given
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Entry(Name name, Optional<Expression> value, List<DocComment> docs, Span span) {}
}
