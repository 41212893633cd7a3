package org.xpcom4j.contract.kit.websocket;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the layout of frames from a stream. Knows no rule but the one limit that keeps memory bounded. */
final class FrameReader {
  private static final long MAX_PAYLOAD = 256L << 20;

  private final DataInputStream in;

  FrameReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * Reads the next frame.
   *
   * @return the frame; empty at the end of the stream
   * @throws BrokenRule when its length is more than this reader takes
   * @throws EOFException when the stream ends inside it
   */
  Optional<ReceivedFrame> read() throws IOException, BrokenRule {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int second = in.readUnsignedByte();
    boolean isMasked = (second & 0x80) != 0;
    int bits = second & 0x7F;
    long length =
        switch (bits) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> bits;
        };
    if (length < 0 || length > MAX_PAYLOAD) {
      throw new BrokenRule("5.2", "a frame of " + Long.toUnsignedString(length) + " octets");
    }
    int key = isMasked ? in.readInt() : 0;
    byte[] payload = in.readNBytes((int) length);
    if (payload.length < length) {
      throw new EOFException(
          "the stream ends after " + payload.length + " of " + length + " octets of a payload");
    }
    Masks.apply(payload, 0, payload.length, key);
    Frame frame = new Frame((first & 0x80) != 0, first >> 4 & 7, first & 15, Octets.owned(payload));
    LengthForm form =
        bits == 127 ? LengthForm.BITS_64 : bits == 126 ? LengthForm.BITS_16 : LengthForm.BITS_7;
    return Optional.of(new ReceivedFrame(frame, isMasked, form == LengthForm.shortestFor(length)));
  }
}
