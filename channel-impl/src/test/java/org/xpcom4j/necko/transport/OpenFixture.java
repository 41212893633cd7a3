package org.xpcom4j.necko.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.xpcom4j.necko.protocol.HandshakeKey;
import org.xpcom4j.necko.protocol.HandshakeRequest;
import org.xpcom4j.necko.protocol.LeakWatch;
import org.xpcom4j.necko.protocol.Subprotocols;

/** A transport, and the servers it talks to; fails the test when a thread, a socket or a buffer is left over. */
final class OpenFixture implements AfterEachCallback {
  static {
    LeakWatch.begin();
  }

  private final SocketTransport transport = new SocketTransport();
  private final List<RawServer> servers = new ArrayList<>();

  SocketTransport transport() {
    return transport;
  }

  RawServer serve(RawServer.Script script) throws Exception {
    return serve(null, script);
  }

  RawServer serve(@Nullable SSLContext tls, RawServer.Script script) throws Exception {
    RawServer server = RawServer.start(tls, script);
    servers.add(server);
    return server;
  }

  Connection connect(RawServer server, ConnectionListener listener) {
    return connect(server, ConnectionLimits.DEFAULT, listener);
  }

  Connection connect(RawServer server, ConnectionLimits limits, ConnectionListener listener) {
    return connect("127.0.0.1", server.port(), "", limits, listener);
  }

  /** Connects to a server on this machine by the name {@code localhost}. */
  Connection connectSecurely(RawServer server, TlsEngines tls, ConnectionListener listener) {
    return connectSecurely(server, tls, ConnectionLimits.DEFAULT, listener);
  }

  Connection connectSecurely(
      RawServer server, TlsEngines tls, ConnectionLimits limits, ConnectionListener listener) {
    int port = server.port();
    return connect(
        new ConnectRequest(true, "localhost", port, request("localhost", port, ""), limits),
        tls,
        listener);
  }

  Connection connect(
      String host,
      int port,
      String protocols,
      ConnectionLimits limits,
      ConnectionListener listener) {
    return connect(
        new ConnectRequest(false, host, port, request(host, port, protocols), limits),
        (tlsHost, tlsPort, alpn) -> {
          throw new AssertionError("no TLS here");
        },
        listener);
  }

  private Connection connect(ConnectRequest request, TlsEngines tls, ConnectionListener listener) {
    Connection connection = transport.connect(request, tls, listener);
    if (listener instanceof RecordingListener recording) {
      recording.consumeFor(connection);
    }
    return connection;
  }

  /** Starts the connection that is to end. */
  interface Start {
    void connect(RawServer server, ConnectionLimits limits, ConnectionListener listener);
  }

  /**
   * Why a connection ends whose server says nothing when it is asked. The limit grows until there is
   * time for asking, however slow the machine is.
   */
  EndReason endOfSilence(Start start) throws Exception {
    for (long millis = 200; millis < Limits.GENEROUS.toMillis(); millis *= 2) {
      AtomicInteger heard = new AtomicInteger();
      RecordingListener listener = new RecordingListener();
      RawServer server =
          serve(peer -> heard.set(peer.socket().getInputStream().readAllBytes().length));
      start.connect(
          server,
          new ConnectionLimits(
              Duration.ofMillis(millis), Limits.GENEROUS, 1 << 20, 1 << 20, 1 << 20, 64),
          listener);
      EndReason end = listener.end();
      assertEquals(1, listener.calls().size(), () -> "only the end is told: " + listener.calls());
      server.close();
      if (heard.get() > 0) {
        return end;
      }
    }
    throw new AssertionError("the server was never asked");
  }

  static HandshakeRequest request(String host, int port, String protocols) {
    return new HandshakeRequest(
        host + ":" + port,
        "/feed?x=1",
        "xpcom4j",
        "https://example.org",
        Subprotocols.parse(protocols),
        null,
        HandshakeKey.random(new SecureRandom()));
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    transport.close();
    for (RawServer server : servers) {
      server.close();
    }
    assertEquals(List.of(), leftOver(), "threads left over");
    LeakWatch.assertNoLeaks();
  }

  private static List<String> leftOver() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("xpcom-")) {
        thread.join(Limits.GENEROUS.toMillis()); // told to stop; it may be about to
        if (thread.isAlive()) {
          left.add(thread.getName());
        }
      }
    }
    return left;
  }
}
