package org.xpcom4j.idl.syntax;

import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/** What a file consists of. */
public sealed interface Declaration permits Declaration.Include, RawBlock, Declaration.Named {
  /** {@return where it stands, from its first token to its last} */
  Span span();

  /** A declaration that brings a name. */
  sealed interface Named extends Declaration {
    /** {@return the name} */
    Name name();
  }

  /**
   * An include line.
   *
   * @param file the name between the quotes
   * @param span where it stands
   */
  record Include(String file, Span span) implements Declaration {}

  /**
   * A new name for a type.
   *
   * @param type the type
   * @param name the new name
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Typedef(TypeName type, Name name, List<DocComment> docs, Span span) implements Named {}

  /**
   * A name for a C++ type.
   *
   * @param attributes the words in brackets
   * @param name the name in IDL
   * @param nativeType the C++ type
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Native(
      List<ExtendedAttribute> attributes,
      Name name,
      String nativeType,
      List<DocComment> docs,
      Span span)
      implements Named {}

  /**
   * A type of the DOM.
   *
   * @param name its name
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record WebIdl(Name name, List<DocComment> docs, Span span) implements Named {}

  /**
   * What is left of a declaration that could not be read: its name, so that uses of it are no
   * errors of their own.
   *
   * @param name its name
   * @param span where it stands
   */
  record Broken(Name name, Span span) implements Named {}

  /**
   * An interface whose body is elsewhere.
   *
   * @param name its name
   * @param span where it stands
   */
  record Forward(Name name, Span span) implements Named {}

  /**
   * An interface with its body.
   *
   * @param attributes the words in brackets
   * @param name its name
   * @param base the name behind the colon
   * @param members what is between the braces
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Interface(
      List<ExtendedAttribute> attributes,
      Name name,
      Optional<Name> base,
      List<MemberDeclaration> members,
      List<DocComment> docs,
      Span span)
      implements Named {}
}
