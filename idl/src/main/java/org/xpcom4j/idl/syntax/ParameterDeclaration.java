package org.xpcom4j.idl.syntax;

import java.util.List;
import org.xpcom4j.idl.source.Span;

/**
 * A parameter of a method.
 *
 * @param attributes the words in brackets
 * @param direction which way the value goes: {@code in}, {@code out} or {@code inout}
 * @param type the name of its type
 * @param name its name
 * @param span where it stands
 */
public record ParameterDeclaration(
    List<ExtendedAttribute> attributes, String direction, TypeName type, Name name, Span span) {}
