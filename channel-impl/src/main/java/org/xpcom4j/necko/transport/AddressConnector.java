package org.xpcom4j.necko.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries the addresses of a host in turn until one takes the connection. Each gets its share of the time that is left, so
 * that one silent address does not use it up for all. Lives on one socket thread.
 */
final class AddressConnector {
  private static final int MIN_ATTEMPT_MILLIS = 250;

  private final Bootstrap bootstrap;
  private final List<InetAddress> addresses;
  private final int port;
  private final long deadline;
  private final Promise<Channel> connected;

  private @Nullable ChannelFuture attempt;

  /**
   * Makes a connector for one connection.
   *
   * @param timeLeft for all addresses together
   */
  AddressConnector(
      EventLoop loop, SocketKind kind, List<InetAddress> addresses, int port, Duration timeLeft) {
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(kind.channelType())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.AUTO_READ, false) // until there are handlers
            .handler(new NoHandlers());
    this.addresses = addresses;
    this.port = port;
    this.deadline = System.nanoTime() + timeLeft.toNanos();
    this.connected = loop.newPromise();
  }

  /** Starts; the promise has the socket, or why the last address failed. Cancelling it gives up. */
  Promise<Channel> connect() {
    connected.addListener(
        done -> {
          if (done.isCancelled()) {
            close(attempt);
          }
        });
    tryAddress(0);
    return connected;
  }

  private void tryAddress(int index) {
    long millisLeft = Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
    long share = Math.max(MIN_ATTEMPT_MILLIS, millisLeft / (addresses.size() - index));
    attempt =
        bootstrap
            .clone()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(share, Integer.MAX_VALUE))
            .connect(new InetSocketAddress(addresses.get(index), port));
    attempt.addListener((ChannelFuture tried) -> attemptEnded(tried, index));
  }

  private void attemptEnded(ChannelFuture tried, int index) {
    if (tried.isSuccess()) {
      if (!connected.trySuccess(tried.channel())) {
        close(tried);
      }
    } else if (index + 1 < addresses.size() && !connected.isDone()) {
      tryAddress(index + 1);
    } else {
      connected.tryFailure(tried.cause());
    }
  }

  private static void close(@Nullable ChannelFuture attempt) {
    Sockets.close(attempt == null ? null : attempt.channel());
  }

  /** Handlers are added once the connection stands. */
  private static final class NoHandlers extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {}
  }
}
