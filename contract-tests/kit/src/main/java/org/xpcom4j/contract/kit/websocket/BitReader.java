package org.xpcom4j.contract.kit.websocket;

/** Reads bits as DEFLATE packs them, the lowest first; behind the end there are zeros. */
final class BitReader {
  private final byte[] data;
  private long at; // in bits

  BitReader(byte[] data) {
    this.data = data;
  }

  boolean has(int count) {
    return at + count <= 8L * data.length;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int index = (int) (at >> 3);
      if (index < data.length) {
        value |= (data[index] >> (at & 7) & 1) << i;
      }
      at++;
    }
    return value;
  }

  /** Goes to the next byte border. */
  void align() {
    at = at + 7 & ~7L;
  }

  /** Skips a stored block; returns how many bytes it has. */
  int skipStored() {
    align();
    int size = bits(16);
    bits(16); // the same once more, inverted
    at += 8L * size;
    return size;
  }
}
