package org.xpcom4j.idl.syntax;

import java.util.List;
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
   * A constant.
   *
   * @param type the name of its type
   * @param name its name
   * @param value how to compute it
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Constant(Name type, Name name, Expression value, List<DocComment> docs, Span span)
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
      Name type,
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
      Name type,
      Name name,
      List<ParameterDeclaration> parameters,
      List<Name> raises,
      List<DocComment> docs,
      Span span)
      implements Named {}
}
