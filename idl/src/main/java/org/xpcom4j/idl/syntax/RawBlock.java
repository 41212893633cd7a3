package org.xpcom4j.idl.syntax;

import org.xpcom4j.idl.source.Span;

/**
 * C++ text that stands between declarations or members.
 *
 * @param text what is between the delimiters
 * @param span where it stands, with its delimiters
 */
public record RawBlock(String text, Span span) implements Declaration, MemberDeclaration {}
