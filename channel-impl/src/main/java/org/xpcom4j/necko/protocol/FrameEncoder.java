package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Encodes messages one after the other, a large one piece by piece, so that memory for encoded bytes does not grow with
 * the message. A message goes out as one frame, unless it is large and compressed: then each piece is a frame, because
 * nobody knows the compressed size before its end. Belongs to one thread.
 */
public final class FrameEncoder implements AutoCloseable {
  /** The most payload in one piece, before compression. */
  static final int PIECE_BYTES = 1 << 15;

  private static final int FIN = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int MASK_BIT = 0x80;
  private static final int MAX_HEADER_BYTES = 14;

  private final Role role;
  private final MaskKeys maskKeys;
  private final @Nullable MessageDeflater deflater; // null when nothing was agreed on

  private @Nullable OutgoingFrame frame;
  private boolean isCompressing;
  private int maskKey;
  private int payloadWritten;

  /**
   * Makes an encoder.
   *
   * @param role which end we are; a client masks
   * @param random where mask keys come from; must not be foreseeable (RFC 6455, section 5.3)
   * @param deflate how messages are compressed, or null when they are not
   */
  public FrameEncoder(Role role, RandomGenerator random, @Nullable Deflate deflate) {
    this.role = role;
    this.maskKeys = new MaskKeys(random);
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
      writeHeader(out, FIN | begun.opcode().code(), begun.payloadBytes());
      payloadWritten = 0;
      writePayload(out, begun);
    }
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
      writePayload(out, current);
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

  private void beginCompressed(OutgoingFrame begun, MessageDeflater compressor, ByteBuf out) {
    ByteBuf plain = out.alloc().buffer(Math.min(begun.sizeEstimate(), PIECE_BYTES));
    ByteBuf small = out.alloc().buffer();
    try {
      begun.writePayload(plain, PIECE_BYTES);
      boolean isWhole = begun.isWritten();
      int plainBytes = plain.readableBytes();
      compressor.deflate(plain, small);
      if (isWhole) {
        compressor.endMessage(small);
      } else {
        compressor.flush(small); // to see what it comes to
      }
      if (small.readableBytes() < plainBytes) {
        int fin = isWhole ? FIN : 0;
        writeFrame(out, fin | COMPRESSED | begun.opcode().code(), small);
        isCompressing = !isWhole;
      } else { // it does not get smaller; the peer will not see what the compressor has seen
        compressor.forget();
        plain.readerIndex(0);
        writeHeader(out, FIN | begun.opcode().code(), begun.payloadBytes());
        payloadWritten = 0;
        writeMasked(out, plain);
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
        current.writePayload(plain, PIECE_BYTES);
        compressor.deflate(plain, small);
      } while (!current.isWritten() && small.readableBytes() < PIECE_BYTES / 2);
      if (current.isWritten()) {
        compressor.endMessage(small);
        isCompressing = false;
        frame = null;
      }
      int fin = isCompressing ? 0 : FIN;
      writeFrame(out, fin | Opcode.CONTINUATION.code(), small);
    } finally {
      plain.release();
      small.release();
    }
  }

  private void writeFrame(ByteBuf out, int flagsAndOpcode, ByteBuf payload) {
    writeHeader(out, flagsAndOpcode, payload.readableBytes());
    payloadWritten = 0;
    writeMasked(out, payload);
  }

  private void writeHeader(ByteBuf out, int flagsAndOpcode, int length) {
    out.ensureWritable(MAX_HEADER_BYTES + Math.min(length, PIECE_BYTES));
    int maskBit = role == Role.CLIENT ? MASK_BIT : 0;
    out.writeByte(flagsAndOpcode);
    if (length <= 125) {
      out.writeByte(maskBit | length);
    } else if (length <= 0xFFFF) {
      out.writeByte(maskBit | 126).writeShort(length);
    } else {
      out.writeByte(maskBit | 127).writeLong(length);
    }
    if (role == Role.CLIENT) {
      maskKey = maskKeys.next();
      out.writeInt(maskKey);
    }
  }

  private void writePayload(ByteBuf out, OutgoingFrame current) {
    int from = out.writerIndex();
    current.writePayload(out, PIECE_BYTES);
    mask(out, from);
    frame = current.isWritten() ? null : current;
  }

  private void writeMasked(ByteBuf out, ByteBuf payload) {
    int from = out.writerIndex();
    out.writeBytes(payload);
    mask(out, from);
  }

  private void mask(ByteBuf out, int from) {
    int length = out.writerIndex() - from;
    if (role == Role.CLIENT) {
      Mask.apply(out, from, length, maskKey, payloadWritten & 3);
    }
    payloadWritten += length;
  }
}
