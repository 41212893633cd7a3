package org.xpcom4j.contract.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;

/** Netty's frame codec, called without the pipeline around it, which would only cost it time. */
final class NettyCodec {
  private final Encoder encoder = new Encoder();
  private final Decoder decoder;
  private final ChannelHandlerContext context;
  private final List<Object> out = new ArrayList<>();

  NettyCodec(boolean expectMask) {
    decoder = new Decoder(expectMask);
    context = new EmbeddedChannel(encoder, decoder).pipeline().context(encoder);
  }

  /** Encodes a frame as a client, and throws the bytes away. */
  int encode(WebSocketFrame frame) throws Exception {
    encoder.encode(context, frame, out);
    frame.release();
    int bytes = 0;
    for (Object part : out) {
      bytes += ((ByteBuf) part).readableBytes();
      ((ByteBuf) part).release();
    }
    out.clear();
    return bytes;
  }

  /** Decodes one frame, which the caller releases. */
  WebSocketFrame decode(ByteBuf in) throws Exception {
    decoder.decode(context, in, out);
    WebSocketFrame frame = (WebSocketFrame) out.get(0);
    out.clear();
    return frame;
  }

  private static final class Encoder extends WebSocket13FrameEncoder {
    Encoder() {
      super(true);
    }

    @Override
    public void encode(ChannelHandlerContext ctx, WebSocketFrame frame, List<Object> out)
        throws Exception {
      super.encode(ctx, frame, out);
    }
  }

  private static final class Decoder extends WebSocket13FrameDecoder {
    Decoder(boolean expectMask) {
      super(expectMask, false, Integer.MAX_VALUE);
    }

    @Override
    public void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
      super.decode(ctx, in, out);
    }
  }
}
