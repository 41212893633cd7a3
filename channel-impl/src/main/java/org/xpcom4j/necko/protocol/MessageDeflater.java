package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses messages (RFC 7692, section 7.2.1). The JDK's deflater always looks back 32 KiB. Where the peer allows
 * less, it is made to forget all it has seen whenever as much as the window has gone in, so that nothing refers back
 * further. Belongs to one thread.
 */
final class MessageDeflater implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final int TAIL_BYTES = 4; // 00 00 FF FF, which the receiver adds again
  private static final int MIN_ROOM = 256; // with less than 7, zlib would repeat a flush

  private final ZlibPool pool;
  private final boolean keepsContext;
  private final long window;
  private final int threshold;
  private final int flushMode;

  private @Nullable Deflater deflater;
  private long sinceForgotten;

  /**
   * Makes a deflater for one direction.
   *
   * @param pool where deflaters come from and go back to
   * @param keepsContext whether a message may refer to those before it
   * @param windowBits how far back, as a power of two
   * @param threshold the smallest message to compress
   */
  MessageDeflater(ZlibPool pool, boolean keepsContext, int windowBits, int threshold) {
    boolean isFullWindow = windowBits == DeflateParameters.MAX_WINDOW_BITS;
    this.pool = pool;
    this.keepsContext = keepsContext && isFullWindow;
    this.window = isFullWindow ? Long.MAX_VALUE : 1L << windowBits;
    this.threshold = Math.max(1, threshold); // an empty message has no smaller form
    this.flushMode = this.keepsContext ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH;
  }

  /** Tells whether it is worth trying to compress this frame. */
  boolean wants(OutgoingFrame frame) {
    return frame.isMessage() && frame.pendingBytes() >= threshold;
  }

  /** Takes all that is in one buffer, and adds what comes out, if anything yet, to the other. */
  void deflate(ByteBuf in, ByteBuf out) {
    Deflater current = deflater();
    while (in.isReadable()) {
      if (sinceForgotten == window) {
        drain(current, out, Deflater.FULL_FLUSH);
        sinceForgotten = 0;
      }
      int length = (int) Math.min(in.readableBytes(), window - sinceForgotten);
      current.setInput(in.nioBuffer(in.readerIndex(), length));
      drain(current, out, Deflater.NO_FLUSH);
      in.skipBytes(length);
      sinceForgotten += length;
    }
    current.setInput(NOTHING); // the buffer is the caller's
  }

  /** Adds all that is still held back, so that the message so far could be read. */
  void flush(ByteBuf out) {
    drain(deflater(), out, flushMode);
    if (flushMode == Deflater.FULL_FLUSH) {
      sinceForgotten = 0;
    }
  }

  /** Adds the rest of the message. */
  void endMessage(ByteBuf out) {
    flush(out);
    out.writerIndex(out.writerIndex() - TAIL_BYTES);
    if (!keepsContext) {
      forget();
    }
  }

  /** Forgets what went in, which the peer will not see; also frees the memory that a kept context takes. */
  void forget() {
    Deflater current = deflater;
    if (current != null) {
      deflater = null;
      sinceForgotten = 0;
      pool.giveBack(current);
    }
  }

  @Override
  public void close() {
    forget();
  }

  private Deflater deflater() {
    Deflater current = deflater;
    if (current == null) {
      current = pool.takeDeflater();
      deflater = current;
    }
    return current;
  }

  private static void drain(Deflater current, ByteBuf out, int mode) {
    boolean isFilled;
    do {
      out.ensureWritable(MIN_ROOM);
      ByteBuffer room = out.internalNioBuffer(out.writerIndex(), out.writableBytes());
      int made = current.deflate(room, mode);
      out.writerIndex(out.writerIndex() + made);
      isFilled = !room.hasRemaining();
    } while (isFilled);
  }
}
