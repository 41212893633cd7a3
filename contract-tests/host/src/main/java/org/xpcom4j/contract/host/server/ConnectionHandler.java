package org.xpcom4j.contract.host.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.BlockingQueue;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes the handshake of one connection, then sends every message back as it came. */
final class ConnectionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

  private final AnswerRecorder answer;
  private final BlockingQueue<Handshake> handshakes;

  ConnectionHandler(AnswerRecorder answer, BlockingQueue<Handshake> handshakes) {
    this.answer = answer;
    this.handshakes = handshakes;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof HandshakeComplete complete) {
      handshakes.add(describe(context, complete));
    }
    super.userEventTriggered(context, event);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a void promise's failure comes to exceptionCaught
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame message) {
    // The aggregator before us made whole messages; pings and closes were answered before it.
    if (message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame) {
      context.writeAndFlush(message.retain(), context.voidPromise());
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to be done
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("the connection of {} failed", context.channel().remoteAddress(), cause);
    context.close();
  }

  private Handshake describe(ChannelHandlerContext context, HandshakeComplete complete) {
    SSLSession session = context.pipeline().get(SslHandler.class).engine().getSession();
    return new Handshake(
        complete.requestUri(),
        orEmpty(complete.requestHeaders().get(HttpHeaderNames.ORIGIN)),
        orEmpty(complete.selectedSubprotocol()),
        answer.extensions(),
        session.getProtocol(),
        session.getCipherSuite());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
