package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Masks and unmasks, which is the same (RFC 6455, section 5.3). */
final class Mask {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Mask() {}

  /**
   * Adds bytes to a buffer, masked.
   *
   * @param key the mask key, its first byte highest; 0 for none
   * @param keyOffset how many bytes of the payload came before
   */
  static void copy(byte[] from, int index, int length, ByteBuf out, int key, int keyOffset) {
    out.ensureWritable(length);
    int at = out.writerIndex();
    if (key == 0 || out.nioBufferCount() != 1) {
      out.writeBytes(from, index, length);
      if (key != 0) {
        apply(out, at, length, key, keyOffset & 3);
      }
      return;
    }
    copy(
        from,
        index,
        length,
        out.internalNioBuffer(at, length).order(ByteOrder.BIG_ENDIAN),
        Integer.rotateLeft(key, 8 * (keyOffset & 3)));
    out.writerIndex(at + length);
  }

  private static void copy(byte[] from, int index, int length, ByteBuffer to, int key) {
    long twice = (long) key << 32 | (key & 0xFFFFFFFFL);
    int start = to.position();
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      to.putLong(start + i, (long) LONGS.get(from, index + i) ^ twice);
    }
    for (int shift = 56; i < length; i++, shift -= 8) {
      to.put(start + i, (byte) (from[index + i] ^ (int) (twice >>> shift)));
    }
  }

  /**
   * Changes bytes in place.
   *
   * @param key the mask key, its first byte highest
   * @param keyOffset which byte of the key, 0 to 3, belongs to the first of the bytes
   */
  static void apply(ByteBuf bytes, int index, int length, int key, int keyOffset) {
    int turned = Integer.rotateLeft(key, 8 * keyOffset);
    if (bytes.nioBufferCount() == 1) {
      apply(bytes.internalNioBuffer(index, length), turned);
      return;
    }
    for (int i = 0; i < length; i++) { // a buffer made of several
      int keyByte = turned >>> (24 - 8 * (i & 3));
      bytes.setByte(index + i, bytes.getByte(index + i) ^ keyByte);
    }
  }

  private static void apply(ByteBuffer bytes, int key) {
    bytes.order(ByteOrder.BIG_ENDIAN);
    long twice = (long) key << 32 | (key & 0xFFFFFFFFL);
    int at = bytes.position();
    int end = bytes.limit();
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      bytes.putLong(at, bytes.getLong(at) ^ twice);
    }
    for (int shift = 56; at < end; at++, shift -= 8) {
      bytes.put(at, (byte) (bytes.get(at) ^ (int) (twice >>> shift)));
    }
  }
}
