package org.xpcom4j.necko.transport;

import javax.net.ssl.SSLEngine;

/** Makes the engine for one TLS connection; decides what is trusted and whether names are compared. */
@FunctionalInterface
public interface TlsEngines {
  /**
   * Makes an engine in client mode that checks the server's certificate against the host. Called on a socket thread,
   * once the TCP connection stands.
   *
   * @param host the host of the URI, an IPv6 address without brackets
   * @param port the port connected to
   * @param alpn the one application protocol to offer
   * @return a new engine, used for one connection
   * @throws org.xpcom4j.result.XpcomException when none can be made; the connection ends with its result
   */
  SSLEngine createClientEngine(String host, int port, String alpn);
}
