package org.xpcom4j.idl.source;

/**
 * A place in a text as people count it.
 *
 * @param line from 1
 * @param column in characters, from 1; a tab is one
 */
public record Position(int line, int column) {}
