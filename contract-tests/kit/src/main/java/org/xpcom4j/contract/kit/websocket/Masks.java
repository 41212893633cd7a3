package org.xpcom4j.contract.kit.websocket;

/** Masking (RFC 6455, section 5.3). */
final class Masks {
  private Masks() {}

  /** Masks, or unmasks, in place. */
  static void apply(byte[] bytes, int from, int count, int key) {
    for (int i = 0; i < count; i++) {
      bytes[from + i] ^= (byte) (key >> (24 - 8 * (i & 3)));
    }
  }
}
