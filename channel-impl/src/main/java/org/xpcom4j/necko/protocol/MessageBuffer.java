package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Gathers the payload of one message. It grows with what has come, never with what a header promises, and ends exactly
 * full when the message is one frame, so that nothing is copied again.
 */
final class MessageBuffer {
  private static final byte[] NOTHING = {};
  private static final int FIRST_GROWTH = 1 << 16;

  private byte[] bytes = NOTHING;
  private int size;

  /**
   * Adds bytes.
   *
   * @param in where they are
   * @param length how many
   * @param promised how many of this frame are still to come, these included
   */
  void append(ByteBuf in, int length, long promised) throws ProtocolViolation {
    int needed = size + length;
    if (needed > bytes.length) {
      long roomy = Math.max(2L * bytes.length, FIRST_GROWTH);
      grow((int) Math.max(needed, Math.min(size + promised, roomy)));
    }
    in.readBytes(bytes, size, length);
    size = needed;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  byte[] takeBytes() {
    byte[] taken = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    clear();
    return taken;
  }

  String takeText() {
    String taken = new String(bytes, 0, size, UTF_8);
    clear();
    return taken;
  }

  void clear() {
    bytes = NOTHING;
    size = 0;
  }

  private void grow(int capacity) throws ProtocolViolation {
    try {
      bytes = Arrays.copyOf(bytes, capacity);
    } catch (OutOfMemoryError e) {
      // One large array did not fit; the rest of the process need not suffer for this peer's
      // message.
      throw ProtocolViolation.outOfMemory(capacity);
    }
  }
}
