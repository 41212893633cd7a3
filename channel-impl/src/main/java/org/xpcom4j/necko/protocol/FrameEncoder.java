package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Encodes frames one after the other, a large one piece by piece, so that memory for encoded bytes does not grow with
 * the message. Belongs to one thread.
 */
public final class FrameEncoder {
  /** The most payload in one buffer. */
  static final int PIECE_BYTES = 1 << 15;

  private static final int FIN = 0x80;
  private static final int MASK_BIT = 0x80;
  private static final int MAX_HEADER_BYTES = 14;

  private final Role role;
  private final MaskKeys maskKeys;

  private @Nullable OutgoingFrame frame;
  private int maskKey;
  private int payloadWritten;

  /**
   * Makes an encoder.
   *
   * @param role which end we are; a client masks
   * @param random where mask keys come from; must not be foreseeable (RFC 6455, section 5.3)
   */
  public FrameEncoder(Role role, RandomGenerator random) {
    this.role = role;
    this.maskKeys = new MaskKeys(random);
  }

  /**
   * Encodes the beginning of a frame, often all of it.
   *
   * @param begun a new frame, once the one before is {@linkplain #isBusy() done}
   * @param allocator makes the buffer
   * @return a buffer that belongs to the caller
   */
  public ByteBuf begin(OutgoingFrame begun, ByteBufAllocator allocator) {
    if (isBusy()) {
      throw new IllegalStateException("the frame before is not done");
    }
    payloadWritten = 0;
    int length = begun.payloadBytes();
    ByteBuf out = allocator.buffer(MAX_HEADER_BYTES + Math.min(length, PIECE_BYTES));
    writeHeader(out, begun.opcode(), length);
    writePayload(out, begun);
    return out;
  }

  /**
   * Tells whether a frame was begun and not yet ended.
   *
   * @return whether {@link #goOn} has more to encode
   */
  public boolean isBusy() {
    return frame != null;
  }

  /**
   * Encodes more of the frame that was begun.
   *
   * @param allocator makes the buffer
   * @return a buffer that belongs to the caller
   */
  public ByteBuf goOn(ByteBufAllocator allocator) {
    OutgoingFrame current = frame;
    if (current == null) {
      throw new IllegalStateException("no frame was begun");
    }
    ByteBuf out = allocator.buffer(Math.min(current.payloadBytes() - payloadWritten, PIECE_BYTES));
    writePayload(out, current);
    return out;
  }

  private void writeHeader(ByteBuf out, Opcode opcode, int length) {
    int maskBit = role == Role.CLIENT ? MASK_BIT : 0;
    out.writeByte(FIN | opcode.code());
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
    int length = out.writerIndex() - from;
    if (role == Role.CLIENT) {
      Mask.apply(out, from, length, maskKey, payloadWritten & 3);
    }
    payloadWritten += length;
    frame = payloadWritten < current.payloadBytes() ? current : null;
  }
}
