package org.xpcom4j.necko.protocol;

import java.util.Arrays;

/**
 * Reads a DEFLATE stream (RFC 1951) for its own sake: makes no output but its length, and remembers how far back the
 * furthest reference goes. Written from the standard, and knows no zlib.
 */
final class BackReferences {
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final byte[] in;
  private int bit;
  private long length;
  private long furthest;

  private BackReferences(byte[] in) {
    this.in = in;
  }

  /** The distance of the furthest reference in a stream of whole blocks, 0 when there is none. */
  static long furthest(byte[] stream, long expectedLength) {
    BackReferences reader = new BackReferences(stream);
    while (reader.bit < 8 * stream.length) {
      reader.block();
    }
    if (reader.length != expectedLength) {
      throw new AssertionError("inflated to " + reader.length + ", not " + expectedLength);
    }
    return reader.furthest;
  }

  private void block() {
    if (bits(1) == 1) {
      throw new AssertionError("a last block, after which nothing could follow");
    }
    switch (bits(2)) {
      case 0 -> stored();
      case 1 -> codes(new Code(fixedLiterals()), new Code(filled(30, 5)));
      case 2 -> dynamic();
      default -> throw new AssertionError("block type 3");
    }
  }

  private void stored() {
    bit = (bit + 7) & ~7;
    int size = bits(16);
    if (size != (~bits(16) & 0xFFFF)) {
      throw new AssertionError("stored block with a wrong length");
    }
    bit += 8 * size;
    length += size;
  }

  private void dynamic() {
    int literals = bits(5) + 257;
    int distances = bits(5) + 1;
    int lengths = bits(4) + 4;
    int[] sizes = new int[19];
    for (int i = 0; i < lengths; i++) {
      sizes[ORDER[i]] = bits(3);
    }
    Code code = new Code(sizes);
    int[] all = new int[literals + distances];
    for (int at = 0; at < all.length; ) {
      int symbol = code.next(this);
      if (symbol < 16) {
        all[at++] = symbol;
        continue;
      }
      int repeated = symbol == 16 ? all[at - 1] : 0;
      int times = symbol == 16 ? 3 + bits(2) : symbol == 17 ? 3 + bits(3) : 11 + bits(7);
      Arrays.fill(all, at, at + times, repeated);
      at += times;
    }
    codes(
        new Code(Arrays.copyOf(all, literals)),
        new Code(Arrays.copyOfRange(all, literals, all.length)));
  }

  private void codes(Code literals, Code distances) {
    for (int symbol = literals.next(this); symbol != 256; symbol = literals.next(this)) {
      if (symbol < 256) {
        length++;
        continue;
      }
      int matched = matchLength(symbol - 257);
      int code = distances.next(this);
      int extra = Math.max(0, code / 2 - 1);
      long distance = code < 2 ? code + 1 : 1 + ((2L + (code & 1)) << extra) + bits(extra);
      furthest = Math.max(furthest, distance);
      length += matched;
    }
  }

  private int matchLength(int code) {
    if (code == 28) {
      return 258;
    }
    int extra = Math.max(0, code / 4 - 1);
    return code < 8 ? 3 + code : 3 + ((4 + (code & 3)) << extra) + bits(extra);
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      value |= (in[bit >> 3] >> (bit & 7) & 1) << i;
    }
    return value;
  }

  private static int[] fixedLiterals() {
    int[] sizes = filled(288, 8);
    Arrays.fill(sizes, 144, 256, 9);
    Arrays.fill(sizes, 256, 280, 7);
    return sizes;
  }

  private static int[] filled(int count, int value) {
    int[] sizes = new int[count];
    Arrays.fill(sizes, value);
    return sizes;
  }

  /** A prefix code in its canonical form (RFC 1951, section 3.2.2). */
  private static final class Code {
    private final int[] counts = new int[16];
    private final int[] symbols;

    Code(int[] sizes) {
      symbols = new int[sizes.length];
      for (int size : sizes) {
        counts[size]++;
      }
      int[] next = new int[16];
      for (int size = 2; size < 16; size++) {
        next[size] = next[size - 1] + counts[size - 1];
      }
      for (int symbol = 0; symbol < sizes.length; symbol++) {
        if (sizes[symbol] != 0) {
          symbols[next[sizes[symbol]]++] = symbol;
        }
      }
    }

    int next(BackReferences in) {
      int code = 0;
      int first = 0;
      int index = 0;
      for (int size = 1; size < 16; size++) {
        code |= in.bits(1);
        if (code - first < counts[size]) {
          return symbols[index + code - first];
        }
        index += counts[size];
        first = (first + counts[size]) << 1;
        code <<= 1;
      }
      throw new AssertionError("a code that means nothing");
    }
  }
}
