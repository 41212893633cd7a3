package org.xpcom4j.contract.kit.websocket;

import java.util.Arrays;

/** A canonical Huffman code, as DEFLATE describes it by the lengths of its words. */
final class HuffmanCode {
  static final HuffmanCode FIXED_LITERALS = of(fixedLiterals(), 0, 288);
  static final HuffmanCode FIXED_DISTANCES = of(filled(30, 5), 0, 30);

  private static final int MAX_LENGTH = 15;
  private static final int NOTHING = 256; // ends a block, which is what damaged data deserves

  private final int[] countOfLength;
  private final int[] symbols;

  private HuffmanCode(int[] countOfLength, int[] symbols) {
    this.countOfLength = countOfLength;
    this.symbols = symbols;
  }

  /** Makes the code from a range of an array of lengths; 0 means that a symbol has no word. */
  static HuffmanCode of(int[] lengths, int from, int count) {
    int[] countOfLength = new int[16];
    int[] symbols = new int[count];
    int used = 0;
    for (int length = 1; length < 16; length++) {
      for (int symbol = 0; symbol < count; symbol++) {
        if (lengths[from + symbol] == length) {
          countOfLength[length]++;
          symbols[used++] = symbol;
        }
      }
    }
    return new HuffmanCode(countOfLength, Arrays.copyOf(symbols, used));
  }

  /** Reads the next symbol. */
  int read(BitReader in) {
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      code |= in.bits(1);
      int count = countOfLength[length];
      if (code - first < count) {
        return symbols[index + code - first];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return NOTHING;
  }

  private static int[] fixedLiterals() {
    int[] lengths = filled(288, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    return lengths;
  }

  private static int[] filled(int count, int value) {
    int[] lengths = new int[count];
    Arrays.fill(lengths, value);
    return lengths;
  }
}
