package org.xpcom4j.necko.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A loopback port that is taken, so that nobody else comes to listen on it, and refuses connections. */
public final class DeafPort implements AutoCloseable {
  private final Socket bound = new Socket();

  private DeafPort() throws IOException {
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  public static DeafPort open() throws IOException {
    return new DeafPort();
  }

  public int number() {
    return bound.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
