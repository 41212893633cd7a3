package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.Agreement;
import org.xpcom4j.necko.protocol.HandshakeFailure;
import org.xpcom4j.necko.protocol.HandshakeRequest;
import org.xpcom4j.necko.protocol.HandshakeResponse;
import org.xpcom4j.necko.protocol.ResponseHead;

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

  private static final int MAX_LINE_BYTES = 8192;
  private static final int MAX_HEAD_BYTES = 393_216;
  private static final int MAX_INTERIM_RESPONSES = 16;

  private final HandshakeRequest request;
  private final @Nullable SslHandler security;
  private final Steps steps;
  private final HttpResponseDecoder decoder;

  private @Nullable Agreement agreement;
  private int interimResponses;
  private boolean isRequestSent;

  private UpgradeHandler(
      HandshakeRequest request,
      @Nullable SslHandler security,
      Steps steps,
      HttpResponseDecoder decoder) {
    this.request = request;
    this.security = security;
    this.steps = steps;
    this.decoder = decoder;
  }

  /** Adds the handler, and what it needs, to the end of a connected socket's pipeline. */
  static void addTo(
      ChannelPipeline pipeline,
      HandshakeRequest request,
      @Nullable SslHandler security,
      Steps steps) {
    HttpResponseDecoder decoder =
        new HttpResponseDecoder(
            new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES));
    pipeline.addLast(decoder, new UpgradeHandler(request, security, steps, decoder));
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
      if (message instanceof HttpResponse response) {
        headRead(response);
      }
      if (message instanceof LastHttpContent && agreement != null) {
        handOver(ctx, agreement);
      }
    } finally {
      ReferenceCountUtil.release(message); // a refusal's body is nobody's concern
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

  private void headRead(HttpResponse response) {
    if (response.decoderResult().isFailure()) {
      steps.failed(unreadable(response.decoderResult()));
      return;
    }
    if (isInterim(response) && ++interimResponses <= MAX_INTERIM_RESPONSES) {
      return;
    }
    try {
      agreement = HandshakeResponse.check(request, head(response));
    } catch (HandshakeFailure e) {
      steps.failed(new EndReason(e.result(), sentence(e), e));
    }
  }

  private void handOver(ChannelHandlerContext ctx, Agreement agreed) {
    ChannelHandler webSocket = steps.upgraded(ctx.channel(), agreed);
    if (webSocket != null) {
      ctx.pipeline().replace(this, null, webSocket);
      ctx.fireUserEventTriggered(agreed);
      ctx.pipeline().remove(decoder); // passes on what it holds of the WebSocket's bytes
    }
  }

  private static boolean isInterim(HttpResponse response) {
    return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
        && response.status().code() != 101;
  }

  private static EndReason unreadable(DecoderResult result) {
    boolean isTooLong = result.cause() instanceof TooLongFrameException;
    return new EndReason(
        NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
        isTooLong
            ? "server's answer has a head of more than "
                + MAX_HEAD_BYTES
                + " bytes, or a first line of more than "
                + MAX_LINE_BYTES
            : "server's answer is not HTTP",
        result.cause());
  }

  private static ResponseHead head(HttpResponse response) {
    List<ResponseHead.Field> fields = new ArrayList<>();
    for (Map.Entry<String, String> field : response.headers()) {
      fields.add(new ResponseHead.Field(field.getKey(), field.getValue()));
    }
    return new ResponseHead(
        response.protocolVersion().text(),
        response.status().code(),
        response.status().reasonPhrase(),
        fields);
  }

  private static String sentence(Throwable e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
