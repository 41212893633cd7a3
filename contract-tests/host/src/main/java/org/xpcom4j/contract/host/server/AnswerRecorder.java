package org.xpcom4j.contract.host.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;

/** Keeps the extensions that the server's answer to one handshake agreed to. */
final class AnswerRecorder extends ChannelOutboundHandlerAdapter {
  private String extensions = "";

  /** The header's value, or "" before the answer or without the header. */
  String extensions() {
    return extensions;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response) {
      extensions = response.headers().get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, "");
    }
    super.write(context, message, promise);
  }
}
