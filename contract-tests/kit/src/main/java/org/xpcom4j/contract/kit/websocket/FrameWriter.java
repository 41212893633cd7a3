package org.xpcom4j.contract.kit.websocket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes frames as bytes; it obeys, and checks no rule. */
public final class FrameWriter {
  private static final int MAX_HEADER = 14;

  private FrameWriter() {}

  /**
   * Encodes a frame without mask, as servers do.
   *
   * @param frame the frame
   * @param form how to write its length
   * @return its bytes
   */
  public static Octets unmasked(Frame frame, LengthForm form) {
    return encode(frame, form, null);
  }

  /**
   * Encodes a frame with a mask, as clients do.
   *
   * @param frame the frame
   * @param form how to write its length
   * @param key the masking key
   * @return its bytes
   */
  public static Octets masked(Frame frame, LengthForm form, int key) {
    return encode(frame, form, key);
  }

  private static Octets encode(Frame frame, LengthForm form, @Nullable Integer key) {
    int size = frame.payload().size();
    ByteBuffer out = ByteBuffer.allocate(MAX_HEADER + size);
    out.put((byte) ((frame.isFinal() ? 0x80 : 0) | frame.reserved() << 4 | frame.opcode()));
    int maskBit = key == null ? 0 : 0x80;
    switch (form == LengthForm.SHORTEST ? LengthForm.shortestFor(size) : form) {
      case BITS_64 -> out.put((byte) (maskBit | 127)).putLong(size);
      case BITS_16 -> out.put((byte) (maskBit | 126)).putShort((short) size);
      case BITS_7, SHORTEST -> out.put((byte) (maskBit | size));
    }
    if (key != null) {
      out.putInt(key);
    }
    int start = out.position();
    out.put(frame.payload().array());
    byte[] bytes = out.array();
    if (key != null) {
      Masks.apply(bytes, start, size, key);
    }
    return Octets.owned(bytes).slice(0, start + size);
  }
}
