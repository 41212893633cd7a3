package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;

/** Masks and unmasks, which is the same (RFC 6455, section 5.3). */
final class Mask {
  private Mask() {}

  /**
   * Changes bytes in place.
   *
   * @param key the mask key, its first byte highest
   * @param keyOffset which byte of the key, 0 to 3, belongs to the first of the bytes
   */
  static void apply(ByteBuf bytes, int index, int length, int key, int keyOffset) {
    int turned = Integer.rotateLeft(key, 8 * keyOffset);
    long twice = (long) turned << 32 | (turned & 0xFFFFFFFFL);
    int at = index;
    int end = index + length;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      bytes.setLong(at, bytes.getLong(at) ^ twice);
    }
    for (int shift = 56; at < end; at++, shift -= 8) {
      bytes.setByte(at, bytes.getByte(at) ^ (int) (twice >>> shift));
    }
  }
}
