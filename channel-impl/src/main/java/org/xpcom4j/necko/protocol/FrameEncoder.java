package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Encodes messages one after the other, a large one piece by piece, so that memory for encoded bytes does not grow with
 * the message. A message goes out as one frame, unless it is large and compressed: then each piece is a frame, because
 * nobody knows the compressed size before its end. Belongs to one thread.
 */
public final class FrameEncoder implements AutoCloseable {
  /** The most payload in one piece, before compression: bytes, or of a text characters. */
  static final int PIECE_BYTES = 1 << 15;

  private static final int FIN = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int MASK_BIT = 0x80;
  private static final int MASK_KEY_BYTES = 4;

  private final Role role;
  private final MaskKeys maskKeys;
  private final @Nullable MessageDeflater deflater; // null when nothing was agreed on

  private @Nullable OutgoingFrame frame;
  private boolean isCompressing;
  private int maskKey;

  /**
   * Makes an encoder.
   *
   * @param role which end we are; a client masks
   * @param maskKeys of this thread
   * @param deflate how messages are compressed, or null when they are not
   */
  public FrameEncoder(Role role, MaskKeys maskKeys, @Nullable Deflate deflate) {
    this.role = role;
    this.maskKeys = maskKeys;
    this.deflater = deflate == null ? null : deflate.deflater(role);
  }

  /**
   * Encodes the beginning of a message or control frame, often all of it.
   *
   * @param begun a new one, once the one before is {@linkplain #isBusy() done}
   * @param out gets it behind what it has already
   */
  public void begin(OutgoingFrame begun, ByteBuf out) {
    if (isBusy()) {
      throw new IllegalStateException("the frame before is not done");
    }
    if (deflater != null && deflater.wants(begun)) {
      beginCompressed(begun, deflater, out);
    } else {
      beginPlain(begun, out);
    }
  }

  /**
   * Tells how large a buffer is best for a frame.
   *
   * @param frame what is to be encoded
   * @return room for the frame, or its first piece, unless it is a text with more than ASCII
   */
  public int sizeHint(OutgoingFrame frame) {
    int payload = Math.min(frame.pendingBytes(), PIECE_BYTES);
    return headerBytes(frame.pendingBytes()) + payload;
  }

  /**
   * Tells whether something was begun and not yet ended.
   *
   * @return whether {@link #goOn} has more to encode
   */
  public boolean isBusy() {
    return frame != null;
  }

  /**
   * Encodes more of what was begun.
   *
   * @param out gets it behind what it has already
   */
  public void goOn(ByteBuf out) {
    OutgoingFrame current = frame;
    if (current == null) {
      throw new IllegalStateException("no frame was begun");
    }
    if (isCompressing && deflater != null) {
      goOnCompressed(current, deflater, out);
    } else {
      goOnPlain(current, out);
    }
  }

  /** Nothing was sent for a while: gives up memory that only helps to compress better. */
  public void idle() {
    if (deflater != null && !isCompressing) {
      deflater.forget();
    }
  }

  /** Frees what compression needs. Nothing may be encoded afterwards. */
  @Override
  public void close() {
    frame = null;
    isCompressing = false;
    if (deflater != null) {
      deflater.close();
    }
  }

  private void beginPlain(OutgoingFrame begun, ByteBuf out) {
    int flagsAndOpcode = FIN | begun.opcode().code();
    nextMaskKey();
    if (begun.pendingBytes() > PIECE_BYTES) {
      writeHeader(out, flagsAndOpcode, begun.payloadBytes());
      goOnPlain(begun, out);
      return;
    }
    // The size of a text is known when it is encoded; to count it before would be to read it twice.
    int start = out.writerIndex();
    int header = headerBytes(begun.pendingBytes());
    out.ensureWritable(header + begun.pendingBytes());
    out.writerIndex(start + header);
    begun.writePayload(out, PIECE_BYTES, maskKey);
    int length = out.writerIndex() - start - header;
    if (headerBytes(length) != header) {
      movePayload(out, start + header, start + headerBytes(length), length);
    }
    putHeader(out, start, flagsAndOpcode, length);
  }

  private static void movePayload(ByteBuf out, int from, int to, int length) {
    ByteBuf payload = out.copy(from, length);
    out.writerIndex(to).writeBytes(payload);
    payload.release();
  }

  private void goOnPlain(OutgoingFrame current, ByteBuf out) {
    current.writePayload(out, PIECE_BYTES, maskKey);
    frame = current.isWritten() ? null : current;
  }

  private void beginCompressed(OutgoingFrame begun, MessageDeflater compressor, ByteBuf out) {
    ByteBuf plain = out.alloc().buffer(Math.min(begun.pendingBytes(), PIECE_BYTES));
    ByteBuf small = out.alloc().buffer();
    try {
      begun.writePayload(plain, PIECE_BYTES, 0);
      boolean isWhole = begun.isWritten();
      int plainBytes = plain.readableBytes();
      compressor.deflate(plain, small);
      if (isWhole) {
        compressor.endMessage(small);
      } else {
        compressor.flush(small); // to see what it comes to
      }
      nextMaskKey();
      if (small.readableBytes() < plainBytes) {
        int fin = isWhole ? FIN : 0;
        writeFrame(out, fin | COMPRESSED | begun.opcode().code(), small);
        isCompressing = !isWhole;
      } else { // it does not get smaller; the peer will not see what the compressor has seen
        compressor.forget();
        writeHeader(out, FIN | begun.opcode().code(), begun.payloadBytes());
        writeMasked(out, plain.readerIndex(0));
      }
      frame = isWhole ? null : begun;
    } finally {
      plain.release();
      small.release();
    }
  }

  private void goOnCompressed(OutgoingFrame current, MessageDeflater compressor, ByteBuf out) {
    ByteBuf plain = out.alloc().buffer(PIECE_BYTES);
    ByteBuf small = out.alloc().buffer();
    try {
      do {
        plain.clear();
        current.writePayload(plain, PIECE_BYTES, 0);
        compressor.deflate(plain, small);
      } while (!current.isWritten() && small.readableBytes() < PIECE_BYTES / 2);
      if (current.isWritten()) {
        compressor.endMessage(small);
        isCompressing = false;
        frame = null;
      }
      int fin = isCompressing ? 0 : FIN;
      nextMaskKey();
      writeFrame(out, fin | Opcode.CONTINUATION.code(), small);
    } finally {
      plain.release();
      small.release();
    }
  }

  private void writeFrame(ByteBuf out, int flagsAndOpcode, ByteBuf payload) {
    writeHeader(out, flagsAndOpcode, payload.readableBytes());
    writeMasked(out, payload);
  }

  private void writeMasked(ByteBuf out, ByteBuf payload) {
    int from = out.writerIndex();
    out.writeBytes(payload);
    if (role == Role.CLIENT) {
      Mask.apply(out, from, out.writerIndex() - from, maskKey, 0);
    }
  }

  private void nextMaskKey() {
    maskKey = role == Role.CLIENT ? maskKeys.next() : 0;
  }

  private int headerBytes(int length) {
    int lengthBytes = length <= 125 ? 0 : length <= 0xFFFF ? Short.BYTES : Long.BYTES;
    return 2 + lengthBytes + (role == Role.CLIENT ? MASK_KEY_BYTES : 0);
  }

  private void writeHeader(ByteBuf out, int flagsAndOpcode, int length) {
    int start = out.writerIndex();
    int header = headerBytes(length);
    out.ensureWritable(header);
    out.writerIndex(start + header);
    putHeader(out, start, flagsAndOpcode, length);
  }

  private void putHeader(ByteBuf out, int start, int flagsAndOpcode, int length) {
    int maskBit = role == Role.CLIENT ? MASK_BIT : 0;
    int at = start + 2;
    if (length <= 125) {
      out.setShort(start, flagsAndOpcode << 8 | maskBit | length);
    } else if (length <= 0xFFFF) {
      out.setInt(start, (flagsAndOpcode << 8 | maskBit | 126) << 16 | length);
      at += Short.BYTES;
    } else {
      out.setShort(start, flagsAndOpcode << 8 | maskBit | 127);
      out.setLong(at, length);
      at += Long.BYTES;
    }
    if (role == Role.CLIENT) {
      out.setInt(at, maskKey);
    }
  }
}
