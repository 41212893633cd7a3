package org.xpcom4j.necko.transport;

/** Opens connections. Skeleton: the sockets follow. */
public final class SocketTransport implements AutoCloseable {
  /**
   * Connects.
   *
   * @param request where to
   * @param tls makes the engine of a secure connection
   * @param listener hears the rest
   * @return the connection, which is only being made
   */
  public Connection connect(ConnectRequest request, TlsEngines tls, ConnectionListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
