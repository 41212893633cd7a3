package org.xpcom4j.contract.host.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A TLS WebSocket server on a free loopback port that sends back what it hears. */
public final class EchoServer implements AutoCloseable {
  /** The one subprotocol that this server speaks. */
  public static final String PROTOCOL = "echo.xpcom4j";

  private static final int MAX_MESSAGE_BYTES = 4 << 20;
  private static final int MAX_REQUEST_BYTES = 8 << 10;

  private final BlockingQueue<Handshake> handshakes = new LinkedBlockingQueue<>();
  private final EventLoopGroup loops;
  private final Channel listening;
  private final String subject;

  private EchoServer(SslContext tls, String subject) {
    this.subject = subject;
    loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("xpcom-echo-server", true), NioIoHandler.newFactory());
    listening =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(connections(tls))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /**
   * Starts a server that shows the given certificate.
   *
   * @param certificate the server's certificate with its key
   * @return the listening server
   */
  public static EchoServer start(X509Bundle certificate) {
    try {
      return new EchoServer(
          SslContextBuilder.forServer(
                  certificate.getKeyPair().getPrivate(), certificate.getCertificatePath())
              .build(),
          certificate.getCertificate().getSubjectX500Principal().getName());
    } catch (SSLException e) {
      throw new IllegalArgumentException("the certificate cannot serve TLS", e);
    }
  }

  /**
   * Returns the port that the system chose.
   *
   * @return the port
   */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /**
   * Waits for the next completed handshake that was not asked for yet.
   *
   * @param patience how long to wait
   * @return the handshake, or empty when none came in time
   */
  public Optional<Handshake> nextHandshake(Duration patience) {
    try {
      return Optional.ofNullable(handshakes.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Returns whom the server's certificate names.
   *
   * @return the subject as RFC 2253 writes it
   */
  public String subject() {
    return subject;
  }

  /** Ends all connections and returns when the server's thread is gone. */
  @Override
  public void close() {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private ChannelInitializer<Channel> connections(SslContext tls) {
    WebSocketServerProtocolConfig config =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/")
            .checkStartsWith(true)
            .subprotocols(PROTOCOL)
            .allowExtensions(true)
            .maxFramePayloadLength(MAX_MESSAGE_BYTES)
            .build();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        AnswerRecorder answer = new AnswerRecorder();
        channel
            .pipeline()
            .addLast(tls.newHandler(channel.alloc()))
            .addLast(new HttpServerCodec())
            .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
            .addLast(answer)
            .addLast(new WebSocketServerCompressionHandler(MAX_MESSAGE_BYTES))
            .addLast(new WebSocketServerProtocolHandler(config))
            .addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES))
            .addLast(new ConnectionHandler(answer, handshakes));
      }
    };
  }
}
