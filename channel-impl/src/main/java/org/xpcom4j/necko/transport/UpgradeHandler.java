package org.xpcom4j.necko.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.Agreement;
import org.xpcom4j.necko.protocol.AnswerReader;
import org.xpcom4j.necko.protocol.HandshakeFailure;
import org.xpcom4j.necko.protocol.HandshakeRequest;
import org.xpcom4j.necko.protocol.HeadLimits;

/**
 * Does the HTTP handshake once the socket is ready for it, then leaves the pipeline to the WebSocket; bytes that came
 * right behind the answer go with it, behind an event that is the {@link Agreement}.
 */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {
  /** Hears how the opening goes on. */
  interface Steps {
    /** The TLS handshake has ended. */
    void secured(SSLEngine engine, @Nullable SSLException failure);

    /** The server agreed; returns the handler that takes over, or null when nobody wants the connection any more. */
    @Nullable ChannelHandler upgraded(Channel channel, Agreement agreement);

    /** The answer was no good. */
    void failed(EndReason reason);

    /** The socket was closed by the other side, or by a fault. */
    void broken(@Nullable Throwable cause);
  }

  private final HandshakeRequest request;
  private final AnswerReader answer;
  private final @Nullable SslHandler security;
  private final Steps steps;

  private boolean isRequestSent;
  private boolean isAnswered; // and whatever else comes is not ours

  /**
   * Makes a handler for the end of a connected socket's pipeline.
   *
   * @param security does TLS before the handshake, or null for none
   */
  UpgradeHandler(
      HandshakeRequest request, HeadLimits limits, @Nullable SslHandler security, Steps steps) {
    this.request = request;
    this.answer = new AnswerReader(request, limits);
    this.security = security;
    this.steps = steps;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    if (security == null) {
      sendRequest(ctx);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (security == null || !(event instanceof SslHandshakeCompletionEvent ended)) {
      ctx.fireUserEventTriggered(event);
    } else if (ended.isSuccess()) {
      steps.secured(security.engine(), null);
      sendRequest(ctx);
    } else {
      SSLException refusal = Faults.tlsRefusal(ended.cause());
      if (refusal != null) { // else the socket broke, and that is told below
        steps.secured(security.engine(), refusal);
        steps.broken(refusal);
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof ByteBuf bytes && !isAnswered) { // a refusal's body is nobody's concern
        read(ctx, bytes);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    steps.broken(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    steps.broken(cause);
  }

  private void sendRequest(ChannelHandlerContext ctx) {
    if (!isRequestSent) {
      isRequestSent = true;
      Sockets.send(ctx, Unpooled.wrappedBuffer(request.encode()));
    }
  }

  private void read(ChannelHandlerContext ctx, ByteBuf bytes) {
    try {
      Agreement agreement = answer.read(bytes);
      if (agreement != null) {
        isAnswered = true;
        handOver(ctx, agreement, bytes);
      }
    } catch (HandshakeFailure e) {
      isAnswered = true;
      steps.failed(new EndReason(e.result(), sentence(e), e));
    }
  }

  private void handOver(ChannelHandlerContext ctx, Agreement agreement, ByteBuf behind) {
    ChannelHandler webSocket = steps.upgraded(ctx.channel(), agreement);
    if (webSocket != null) {
      ctx.pipeline().replace(this, null, webSocket);
      ctx.fireUserEventTriggered(agreement);
      if (behind.isReadable()) {
        ctx.fireChannelRead(behind.retain());
      }
    }
  }

  private static String sentence(Throwable e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
