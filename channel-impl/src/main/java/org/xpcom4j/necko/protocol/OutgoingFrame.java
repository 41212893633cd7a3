package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.xpcom4j.result.XpcomException;

/**
 * A frame to send, whole and final: outgoing messages are not fragmented. It remembers how much of it is written, so it
 * is written once, by one thread.
 */
public abstract sealed class OutgoingFrame {
  private final Opcode opcode;
  private final int payloadBytes;

  private OutgoingFrame(Opcode opcode, int payloadBytes) {
    this.opcode = opcode;
    this.payloadBytes = payloadBytes;
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
    String wellFormed = Text.wellFormed(message);
    return new OfText(wellFormed, checkedSize(Text.utf8Length(wellFormed), maxBytes));
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
    checkedSize(message.length, maxBytes);
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
   * {@return the size of the payload}
   */
  public int payloadBytes() {
    return payloadBytes;
  }

  /** About how large the payload is; costs nothing. */
  int sizeEstimate() {
    return payloadBytes;
  }

  /** Whether all of the payload was written. */
  abstract boolean isWritten();

  /** Writes the next part of the payload, at most so many bytes, which is at least 12. */
  abstract void writePayload(ByteBuf out, int maxBytes);

  private static int checkedSize(long bytes, int maxBytes) {
    if (bytes > maxBytes) {
      throw new XpcomException(
          NS_ERROR_FILE_TOO_BIG,
          "message of " + bytes + " bytes; this connection sends at most " + maxBytes);
    }
    return (int) bytes;
  }

  private static final class OfBytes extends OutgoingFrame {
    private final byte[] payload;
    private int written;

    OfBytes(Opcode opcode, byte[] payload) {
      super(opcode, payload.length);
      this.payload = payload;
    }

    @Override
    void writePayload(ByteBuf out, int maxBytes) {
      int length = Math.min(maxBytes, payload.length - written);
      out.writeBytes(payload, written, length);
      written += length;
    }

    @Override
    boolean isWritten() {
      return written == payload.length;
    }
  }

  private static final class OfText extends OutgoingFrame {
    private static final int MAX_BYTES_PER_CHAR = 3;

    private final String text;
    private int written;

    OfText(String text, int payloadBytes) {
      super(Opcode.TEXT, payloadBytes);
      this.text = text;
    }

    @Override
    void writePayload(ByteBuf out, int maxBytes) {
      int end = (int) Math.min((long) written + maxBytes / MAX_BYTES_PER_CHAR, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--; // its pair is encoded as one
      }
      ByteBufUtil.writeUtf8(out, text, written, end);
      written = end;
    }

    @Override
    boolean isWritten() {
      return written == text.length();
    }
  }
}
