package org.xpcom4j.idl.model;

import org.xpcom4j.idl.source.Span;

/**
 * C++ text that goes into headers as it is.
 *
 * @param text what is between the delimiters
 * @param span where it stands
 */
public record RawText(String text, Span span) implements Production, Member {}
