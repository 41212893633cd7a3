package org.xpcom4j.necko.transport;

import static java.util.Objects.requireNonNull;

import org.xpcom4j.necko.protocol.HandshakeRequest;

/**
 * Where to connect, what to ask for there, and within which bounds.
 *
 * @param secure whether TLS comes before the handshake
 * @param host the name or address to connect to, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param handshake the HTTP request that asks for the upgrade
 * @param limits time-outs and sizes
 */
public record ConnectRequest(
    boolean secure, String host, int port, HandshakeRequest handshake, ConnectionLimits limits) {
  /**
   * Checks that there is a host, and a port.
   *
   * @param secure whether TLS comes first
   * @param host name or address
   * @param port 1 to 65535
   * @param handshake the request
   * @param limits time-outs and sizes
   */
  public ConnectRequest {
    requireNonNull(handshake);
    requireNonNull(limits);
    if (host.isEmpty()) {
      throw new IllegalArgumentException("no host");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }
}
