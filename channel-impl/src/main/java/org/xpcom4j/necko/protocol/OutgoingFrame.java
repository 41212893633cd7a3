package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import io.netty.buffer.ByteBuf;
import org.xpcom4j.result.XpcomException;

/**
 * A frame to send, whole and final: outgoing messages are not fragmented. It remembers how much of it is written, so it
 * is written once, by one thread.
 */
public abstract sealed class OutgoingFrame {
  private static final int MAX_BYTES_PER_CHAR = 3;

  private final Opcode opcode;

  private OutgoingFrame(Opcode opcode) {
    this.opcode = opcode;
  }

  /**
   * Makes a text message.
   *
   * @param message the text; lone surrogates go out as U+FFFD
   * @param maxBytes the most that its UTF-8 may have
   * @return the frame
   * @throws XpcomException {@code NS_ERROR_FILE_TOO_BIG} when it has more
   */
  public static OutgoingFrame text(String message, int maxBytes) {
    OfText frame = new OfText(message);
    if ((long) MAX_BYTES_PER_CHAR * message.length() > maxBytes) { // else it cannot be too large
      frame.count(maxBytes);
    }
    return frame;
  }

  /**
   * Makes a binary message.
   *
   * @param message the bytes, which must not change any more
   * @param maxBytes the most there may be
   * @return the frame
   * @throws XpcomException {@code NS_ERROR_FILE_TOO_BIG} when there are more
   */
  public static OutgoingFrame binary(byte[] message, int maxBytes) {
    checkSize(message.length, maxBytes);
    return new OfBytes(Opcode.BINARY, message);
  }

  /**
   * Makes the answer to a ping.
   *
   * @param payload what the ping had
   * @return the frame
   */
  public static OutgoingFrame pong(byte[] payload) {
    return new OfBytes(Opcode.PONG, payload);
  }

  /**
   * Makes a Close frame.
   *
   * @param status code and reason
   * @return the frame
   */
  public static OutgoingFrame close(CloseStatus status) {
    return new OfBytes(Opcode.CLOSE, status.payload());
  }

  /**
   * {@return what kind of frame it is}
   */
  public Opcode opcode() {
    return opcode;
  }

  /**
   * {@return whether it carries a message of the host, rather than the protocol's own business}
   */
  public boolean isMessage() {
    return !opcode.isControl();
  }

  /**
   * {@return the size of the payload; of a text that is not written yet it must be counted}
   */
  public abstract int payloadBytes();

  /**
   * {@return what the frame counts while it waits, which costs nothing: the bytes of a payload, but the characters of a
   * text}
   */
  public abstract int pendingBytes();

  /** Whether all of the payload was written. */
  abstract boolean isWritten();

  /**
   * Adds the next part of the payload to a buffer.
   *
   * @param max the most to add: bytes, or of a text characters
   * @param maskKey the mask of the whole payload; 0 for none
   */
  abstract void writePayload(ByteBuf out, int max, int maskKey);

  private static void checkSize(long bytes, int maxBytes) {
    if (bytes > maxBytes) {
      throw new XpcomException(
          NS_ERROR_FILE_TOO_BIG,
          "message of " + bytes + " bytes; this connection sends at most " + maxBytes);
    }
  }

  private static final class OfBytes extends OutgoingFrame {
    private final byte[] payload;
    private int written;

    OfBytes(Opcode opcode, byte[] payload) {
      super(opcode);
      this.payload = payload;
    }

    @Override
    public int payloadBytes() {
      return payload.length;
    }

    @Override
    public int pendingBytes() {
      return payload.length;
    }

    @Override
    boolean isWritten() {
      return written == payload.length;
    }

    @Override
    void writePayload(ByteBuf out, int max, int maskKey) {
      int length = Math.min(max, payload.length - written);
      Mask.copy(payload, written, length, out, maskKey, written);
      written += length;
    }
  }

  private static final class OfText extends OutgoingFrame {
    private final String text;
    private int payloadBytes = -1; // not counted yet
    private int charsWritten;
    private int bytesWritten;

    OfText(String text) {
      super(Opcode.TEXT);
      this.text = text;
    }

    void count(int maxBytes) {
      long bytes = Utf8Writer.ofThisThread().length(text);
      checkSize(bytes, maxBytes);
      payloadBytes = (int) bytes;
    }

    @Override
    public int payloadBytes() {
      if (payloadBytes < 0) {
        count(Integer.MAX_VALUE);
      }
      return payloadBytes;
    }

    @Override
    public int pendingBytes() {
      return text.length();
    }

    @Override
    boolean isWritten() {
      return charsWritten == text.length();
    }

    @Override
    void writePayload(ByteBuf out, int max, int maskKey) {
      int end = (int) Math.min((long) charsWritten + max, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--; // its pair is encoded as one
      }
      bytesWritten +=
          Utf8Writer.ofThisThread().write(text, charsWritten, end, out, maskKey, bytesWritten);
      charsWritten = end;
      if (isWritten()) {
        payloadBytes = bytesWritten;
      }
    }
  }
}
