package org.xpcom4j.necko.protocol;

import java.util.random.RandomGenerator;

/** Hands out mask keys, fetching random bytes for several at a time. Belongs to one thread. */
final class MaskKeys {
  private static final int KEYS_PER_FETCH = 32;

  private final RandomGenerator random;
  private final byte[] bytes = new byte[KEYS_PER_FETCH * Integer.BYTES];
  private int used = bytes.length;

  MaskKeys(RandomGenerator random) {
    this.random = random;
  }

  int next() {
    if (used == bytes.length) {
      random.nextBytes(bytes);
      used = 0;
    }
    int key = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      key = key << 8 | (bytes[used++] & 0xFF);
    }
    return key;
  }
}
