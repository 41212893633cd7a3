package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/** Feeds a header byte by byte and its payload in uneven pieces, as a socket gives a large message. */
final class HeaderCuts {
  private static final int PIECE = 9973;

  private HeaderCuts() {}

  static void decode(
      Role role, int maxMessageBytes, String headerHex, String payloadHex, Transcript transcript) {
    MessageDecoder decoder = new MessageDecoder(role, maxMessageBytes, null, transcript);
    feed(decoder, HexFormat.of().parseHex(headerHex), 1, transcript);
    feed(decoder, HexFormat.of().parseHex(payloadHex), PIECE, transcript);
  }

  private static void feed(MessageDecoder decoder, byte[] bytes, int piece, Transcript transcript) {
    ByteBuf all = Unpooled.wrappedBuffer(bytes);
    while (all.isReadable()) {
      try {
        decoder.read(all.readSlice(Math.min(piece, all.readableBytes())));
      } catch (ProtocolViolation e) {
        transcript.violation(e);
      }
    }
    all.release();
  }
}
