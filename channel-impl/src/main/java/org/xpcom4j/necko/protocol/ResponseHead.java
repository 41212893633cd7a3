package org.xpcom4j.necko.protocol;

/**
 * The head of an HTTP response.
 *
 * @param version as on the wire, such as {@code HTTP/1.1}
 * @param status the status code
 * @param reason the words after it, or empty
 * @param fields the header
 */
public record ResponseHead(String version, int status, String reason, HeaderFields fields) {}
