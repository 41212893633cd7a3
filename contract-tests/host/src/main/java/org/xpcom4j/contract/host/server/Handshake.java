package org.xpcom4j.contract.host.server;

/**
 * What one opening handshake looked like from the server.
 *
 * @param path the request target
 * @param origin the Origin header, or ""
 * @param protocol the subprotocol that the server chose, or ""
 * @param extensions the Sec-WebSocket-Extensions header that the server answered with, or ""
 * @param tlsVersion as JSSE names it, such as {@code TLSv1.3}
 * @param cipherSuite as JSSE names it
 */
public record Handshake(
    String path,
    String origin,
    String protocol,
    String extensions,
    String tlsVersion,
    String cipherSuite) {}
