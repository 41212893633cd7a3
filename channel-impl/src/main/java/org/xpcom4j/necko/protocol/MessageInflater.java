package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates the messages of the peer as they come in (RFC 7692, section 7.2.2), and no further than the limit. Windows of
 * every size fit in the JDK's. Belongs to one thread.
 */
final class MessageInflater implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private final ZlibPool pool;
  private final boolean keepsContext;
  private final int maxMessageBytes;

  private @Nullable Inflater inflater;
  private boolean isEndOfStream; // the last block said that it is the last
  private boolean isBegun; // some of the message went in

  /**
   * Makes an inflater for one direction.
   *
   * @param pool where inflaters come from and go back to
   * @param keepsContext whether a message may refer to those before it
   * @param maxMessageBytes the largest message to make
   */
  MessageInflater(ZlibPool pool, boolean keepsContext, int maxMessageBytes) {
    this.pool = pool;
    this.keepsContext = keepsContext;
    this.maxMessageBytes = maxMessageBytes;
  }

  /** Takes so many bytes, and adds what comes out to the message. */
  void inflate(ByteBuf in, int length, MessageBuffer message) throws ProtocolViolation {
    for (ByteBuffer piece : in.nioBuffers(in.readerIndex(), length)) {
      inflate(piece, message);
    }
    in.skipBytes(length);
    isBegun |= length > 0;
  }

  /** Adds the rest of the message, when all its payload is in. */
  void endMessage(MessageBuffer message) throws ProtocolViolation {
    if (isBegun && !isEndOfStream) { // else there is no block that the tail could end
      inflate(ByteBuffer.wrap(TAIL), message);
    }
    isBegun = false;
    if (!keepsContext || isEndOfStream) {
      close();
    }
  }

  @Override
  public void close() {
    Inflater current = inflater;
    if (current != null) {
      inflater = null;
      isEndOfStream = false;
      pool.giveBack(current);
    }
  }

  private void inflate(ByteBuffer in, MessageBuffer message) throws ProtocolViolation {
    Inflater current = inflater();
    try {
      while (in.hasRemaining()) {
        if (isEndOfStream) { // another stream may follow (RFC 7692, section 7.2.3.4)
          current.reset();
          isEndOfStream = false;
        }
        current.setInput(in);
        message.inflate(current, maxMessageBytes);
        isEndOfStream = current.finished();
      }
    } catch (DataFormatException e) {
      throw ProtocolViolation.cannotBeInflated(e.getMessage());
    } finally {
      current.setInput(NOTHING); // the buffer is the caller's
    }
  }

  private Inflater inflater() {
    Inflater current = inflater;
    if (current == null) {
      current = pool.takeInflater();
      inflater = current;
    }
    return current;
  }
}
