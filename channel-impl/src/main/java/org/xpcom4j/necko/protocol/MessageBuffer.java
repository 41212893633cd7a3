package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gathers the payload of one message. It grows with what has come, never with what a header promises, and ends exactly
 * full when the message is one frame, so that nothing is copied again. It doubles for further frames: small ones by the
 * thousand would otherwise copy all that came before each time.
 */
final class MessageBuffer {
  private static final byte[] NOTHING = {};
  private static final int FIRST_GROWTH = 1 << 16;
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8; // some JVMs refuse the last ones
  private static final int LEAST_INFLATED = 256;
  private static final int USUAL_RATIO = 4;

  private byte[] bytes = NOTHING;
  private int size;
  private long firstFrame; // what the first frame promises

  /**
   * Adds bytes.
   *
   * @param in where they are
   * @param length how many
   * @param promised how many of this frame are still to come, these included
   */
  void append(ByteBuf in, int length, long promised) throws ProtocolViolation {
    int needed = size + length;
    if (size == 0) {
      firstFrame = promised;
    }
    if (needed > bytes.length) {
      resize((int) Math.max(needed, roomFor(size + promised)));
    }
    in.readBytes(bytes, size, length);
    size = needed;
  }

  private long roomFor(long total) {
    long roomy = Math.min(Math.max(2L * bytes.length, FIRST_GROWTH), MAX_ARRAY);
    return total <= firstFrame ? Math.min(total, roomy) : roomy;
  }

  /** Adds what an inflater makes of its input, up to a limit for the whole message. */
  void inflate(Inflater inflater, int maxBytes) throws DataFormatException, ProtocolViolation {
    int room;
    int made;
    do {
      if (size == maxBytes) {
        checkNothingFollows(inflater, maxBytes);
        return;
      }
      if (size == bytes.length) {
        resize((int) Math.min(maxBytes, inflatedCapacity(inflater)));
      }
      room = Math.min(bytes.length, maxBytes) - size;
      made = inflateInto(inflater, room);
    } while (made == room && !inflater.finished());
  }

  private int inflateInto(Inflater inflater, int room) throws DataFormatException {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(bytes, size, room);
    } finally {
      size += (int) (inflater.getBytesWritten() - before); // also what comes before an error
    }
  }

  private long inflatedCapacity(Inflater inflater) {
    if (size > 0) {
      return 2L * size;
    }
    long guess = (long) USUAL_RATIO * inflater.getRemaining();
    return Math.max(LEAST_INFLATED, Math.min(guess, FIRST_GROWTH));
  }

  private static void checkNothingFollows(Inflater inflater, int maxBytes)
      throws DataFormatException, ProtocolViolation {
    if (inflater.inflate(new byte[1]) > 0) {
      throw ProtocolViolation.tooLarge(maxBytes);
    }
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
