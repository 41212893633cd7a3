package org.xpcom4j.necko.transport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.necko.protocol.LeakWatch;

@DisplayName("the addresses of a host are tried in turn")
class AddressConnectorTest {
  static {
    LeakWatch.begin();
  }

  private ServerSocket server;

  @BeforeEach
  void listenOnOneAddress() throws IOException {
    server = new ServerSocket(0, 1, loopback(1));
  }

  @AfterEach
  void stopListening() throws IOException {
    server.close();
  }

  static List<SocketKind> kinds() {
    return SocketKind.best() == SocketKind.NIO
        ? List.of(SocketKind.NIO)
        : List.of(SocketKind.values());
  }

  private static InetAddress loopback(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private interface Check {
    void run(EventLoop loop) throws Exception;
  }

  private static void withLoop(SocketKind kind, Check check) throws Exception {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(1, new SocketThreads("test-socket-"), kind.ioHandlers());
    try {
      check.run(group.next());
    } finally {
      assertTrue(
          group.shutdownGracefully(0, 1, SECONDS).await(Limits.GENEROUS.toSeconds(), SECONDS));
    }
  }

  private Promise<Channel> connect(
      SocketKind kind, EventLoop loop, List<InetAddress> addresses, boolean isCancelledAtOnce) {
    CompletableFuture<Promise<Channel>> started = new CompletableFuture<>();
    loop.execute(
        () -> {
          int port = server.getLocalPort();
          Promise<Channel> connected =
              new AddressConnector(loop, kind, addresses, port, Limits.GENEROUS).connect();
          if (isCancelledAtOnce) {
            connected.cancel(false);
          }
          started.complete(connected);
        });
    return started.join();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void untilOneTakesTheConnection(SocketKind kind) throws Exception {
    List<InetAddress> addresses = List.of(loopback(2), loopback(3), loopback(1), loopback(4));
    withLoop(
        kind,
        loop -> {
          Channel channel = connect(kind, loop, addresses, false).get();
          InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
          assertEquals(loopback(1), remote.getAddress());
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void andTheLastFailureCountsWhenNoneDoes(SocketKind kind) throws Exception {
    List<InetAddress> addresses = List.of(loopback(2), loopback(3));
    withLoop(
        kind,
        loop -> {
          Promise<Channel> connected = connect(kind, loop, addresses, false);
          ExecutionException failure = assertThrows(ExecutionException.class, connected::get);
          assertInstanceOf(ConnectException.class, failure.getCause());
          assertTrue(
              String.valueOf(failure.getCause().getMessage()).contains("127.0.0.3"),
              failure::toString);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void untilItIsCancelled(SocketKind kind) throws Exception {
    List<InetAddress> addresses = List.of(loopback(2), loopback(1));
    withLoop(
        kind,
        loop -> {
          Promise<Channel> connected = connect(kind, loop, addresses, true);
          assertThrows(CancellationException.class, connected::get);
        });
  }
}
