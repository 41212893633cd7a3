package org.xpcom4j.necko.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.Agreement;

/**
 * Brings one connection about: finds the host's addresses, connects, secures, and has the HTTP handshake done. Lives on
 * one socket thread; is used once.
 */
final class Opener {
  /** Hears how it ends: by exactly one of {@code upgraded} and {@code failed}, unless it was abandoned. */
  interface Outcome {
    /** The TLS handshake has ended. */
    void secured(SSLEngine engine, @Nullable SSLException failure);

    /** The server agreed; the handler returned here takes the socket over, and gets the agreement as an event. */
    ChannelHandler upgraded(Channel channel, Agreement agreement);

    /** No connection; the socket is closed. */
    void failed(EndReason reason);
  }

  private static final long CLOSE_NOTIFY_MILLIS = 1000;

  private final ConnectRequest request;
  private final TlsEngines tls;
  private final EventLoop loop;
  private final SocketKind kind;
  private final HostResolver resolver;

  private String stage = "looking up the host";
  private boolean isDone;
  private @Nullable Future<Channel> connecting;
  private @Nullable Channel channel;

  Opener(
      ConnectRequest request,
      TlsEngines tls,
      EventLoop loop,
      SocketKind kind,
      HostResolver resolver) {
    this.request = request;
    this.tls = tls;
    this.loop = loop;
    this.kind = kind;
    this.resolver = resolver;
  }

  /**
   * Starts.
   *
   * @param timeLeft how long connecting may take; the caller abandons the rest in time
   */
  void open(Duration timeLeft, Outcome outcome) {
    resolver
        .resolve(request.host(), loop)
        .addListener(
            (Future<List<InetAddress>> found) -> {
              if (isDone) {
                return;
              }
              if (found.isSuccess()) {
                connect(found.getNow(), timeLeft, outcome);
              } else {
                fail(Faults.resolving(request.host(), found.cause()), outcome);
              }
            });
  }

  /** Gives up without a word to the outcome. */
  void abandon() {
    isDone = true;
    if (connecting != null) {
      connecting.cancel(false);
    }
    Sockets.close(channel);
  }

  /** What is going on, for the message of a time-out. */
  String stage() {
    return stage;
  }

  /** The host and port, as people write them. */
  String target() {
    String host = request.host();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + request.port();
  }

  private void connect(List<InetAddress> addresses, Duration timeLeft, Outcome outcome) {
    stage = "connecting";
    connecting =
        new AddressConnector(loop, kind, addresses, request.port(), timeLeft)
            .connect()
            .addListener(
                (Future<Channel> tried) -> {
                  if (isDone) {
                    return; // cancelled, and closed by the connector
                  }
                  if (tried.isSuccess()) {
                    connected(tried.getNow(), outcome);
                  } else {
                    fail(Faults.connecting(target(), tried.cause()), outcome);
                  }
                });
  }

  private void connected(Channel connected, Outcome outcome) {
    channel = connected;
    try {
      ChannelPipeline pipeline = connected.pipeline();
      SslHandler security = null;
      if (request.secure()) {
        stage = "the TLS handshake";
        security = security();
        pipeline.addLast(security);
      } else {
        stage = "the HTTP handshake";
      }
      pipeline.addLast(
          new UpgradeHandler(
              request.handshake(), request.limits().head(), security, steps(outcome)));
      connected.config().setAutoRead(true);
    } catch (RuntimeException e) { // foreign code made the engine
      fail(Faults.opening(target(), e), outcome);
    }
  }

  private SslHandler security() {
    SslHandler security =
        new SslHandler(tls.createClientEngine(request.host(), request.port(), "http/1.1"));
    security.setHandshakeTimeoutMillis(0); // the connection's own time-out covers it
    security.setCloseNotifyFlushTimeoutMillis(CLOSE_NOTIFY_MILLIS);
    return security;
  }

  private UpgradeHandler.Steps steps(Outcome outcome) {
    return new UpgradeHandler.Steps() {
      @Override
      public void secured(SSLEngine engine, @Nullable SSLException failure) {
        if (!isDone) {
          stage = "the HTTP handshake";
          outcome.secured(engine, failure);
        }
      }

      @Override
      public @Nullable ChannelHandler upgraded(Channel upgraded, Agreement agreement) {
        if (isDone) {
          return null;
        }
        isDone = true;
        return outcome.upgraded(upgraded, agreement);
      }

      @Override
      public void failed(EndReason reason) {
        fail(reason, outcome);
      }

      @Override
      public void broken(@Nullable Throwable cause) {
        fail(
            cause == null ? Faults.closedWhileOpening(target()) : Faults.opening(target(), cause),
            outcome);
      }
    };
  }

  private void fail(EndReason reason, Outcome outcome) {
    if (!isDone) {
      isDone = true;
      outcome.failed(reason);
      Sockets.close(channel);
    }
  }
}
