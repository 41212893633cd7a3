package org.xpcom4j.necko.protocol;

/**
 * The head of an HTTP request.
 *
 * @param method as on the wire, such as {@code GET}
 * @param target as on the wire, such as {@code /feed?x=1}
 * @param version as on the wire, such as {@code HTTP/1.1}
 * @param fields the header
 */
public record RequestHead(String method, String target, String version, HeaderFields fields) {}
