package org.xpcom4j.idl.model;

import org.xpcom4j.idl.source.Span;

/** What a file consists of. */
public sealed interface Production
    permits Production.Inclusion,
        RawText,
        Typedef,
        NativeType,
        WebIdlType,
        Production.Forward,
        InterfaceDefinition {
  /** {@return where it stands} */
  Span span();

  /**
   * An included file; its names count as declared here.
   *
   * @param file what it declares
   * @param span where the include line stands
   */
  record Inclusion(IdlFile file, Span span) implements Production {}

  /**
   * An interface whose body is elsewhere.
   *
   * @param name its name
   * @param span where it stands
   */
  record Forward(String name, Span span) implements Production {}
}
