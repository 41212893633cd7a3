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
      resize((int) Math.max(needed, Math.min(size + promised, roomy)));
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

  byte[] takeBytes() throws ProtocolViolation {
    if (size < bytes.length) {
      resize(size);
    }
    byte[] taken = bytes;
    clear();
    return taken;
  }

  String takeText() throws ProtocolViolation {
    try {
      return new String(bytes, 0, size, UTF_8);
    } catch (OutOfMemoryError e) {
      throw ProtocolViolation.outOfMemory(size);
    } finally {
      clear();
    }
  }

  void clear() {
    bytes = NOTHING;
    size = 0;
  }

  private void resize(int capacity) throws ProtocolViolation {
    try {
      bytes = Arrays.copyOf(bytes, capacity);
    } catch (OutOfMemoryError e) {
      // One large array did not fit; the rest of the process need not suffer for this peer's
      // message.
      throw ProtocolViolation.outOfMemory(capacity);
    }
  }
}
