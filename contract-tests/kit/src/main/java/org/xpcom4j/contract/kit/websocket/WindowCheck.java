package org.xpcom4j.contract.kit.websocket;

/**
 * Walks through DEFLATE data (RFC 1951) and finds references that reach further back than a window allows. An inflater
 * with a window of 32 KiB would not notice them.
 */
final class WindowCheck {
  private static final int LARGEST = 1 << 15;

  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] CODE_LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final int window;
  private long produced;

  WindowCheck(int window) {
    this.window = window;
  }

  /** Begins with an empty window. */
  void forget() {
    produced = 0;
  }

  /** Walks through one message with its tail; what is no DEFLATE data is left to the inflater. */
  void check(byte[] data) throws BrokenRule {
    if (window == LARGEST) {
      return; // no reference can reach further
    }
    BitReader in = new BitReader(data);
    while (in.has(3)) {
      boolean isFinal = in.bits(1) == 1;
      switch (in.bits(2)) {
        case 0 -> produced += in.skipStored();
        case 1 -> block(in, HuffmanCode.FIXED_LITERALS, HuffmanCode.FIXED_DISTANCES);
        case 2 -> dynamicBlock(in);
        default -> {
          return;
        }
      }
      if (isFinal) {
        in.align();
        produced = 0;
      }
    }
  }

  private void dynamicBlock(BitReader in) throws BrokenRule {
    int literals = in.bits(5) + 257;
    int distances = in.bits(5) + 1;
    int codes = in.bits(4) + 4;
    int[] codeLengths = new int[19];
    for (int i = 0; i < codes; i++) {
      codeLengths[CODE_LENGTH_ORDER[i]] = in.bits(3);
    }
    HuffmanCode code = HuffmanCode.of(codeLengths, 0, 19);
    int[] lengths = new int[literals + distances];
    for (int i = 0; i < lengths.length && in.has(1); ) {
      int symbol = code.read(in);
      int value = symbol < 16 ? symbol : symbol == 16 && i > 0 ? lengths[i - 1] : 0;
      int repeat =
          switch (symbol) {
            case 16 -> 3 + in.bits(2);
            case 17 -> 3 + in.bits(3);
            case 18 -> 11 + in.bits(7);
            default -> 1;
          };
      for (; repeat > 0 && i < lengths.length; repeat--) {
        lengths[i++] = value;
      }
    }
    block(in, HuffmanCode.of(lengths, 0, literals), HuffmanCode.of(lengths, literals, distances));
  }

  private void block(BitReader in, HuffmanCode literals, HuffmanCode distances) throws BrokenRule {
    while (in.has(1)) {
      int symbol = literals.read(in);
      if (symbol == 256) {
        return;
      }
      if (symbol < 256) {
        produced++;
      } else if (symbol - 257 < LENGTH_BASE.length) {
        int length = LENGTH_BASE[symbol - 257] + in.bits(LENGTH_EXTRA[symbol - 257]);
        checkDistance(distance(in, distances.read(in)));
        produced += length;
      }
    }
  }

  private static int distance(BitReader in, int symbol) {
    if (symbol < 4) {
      return symbol + 1;
    }
    int extra = Math.min(symbol / 2 - 1, 13);
    return ((2 + (symbol & 1)) << extra) + 1 + in.bits(extra);
  }

  private void checkDistance(int distance) throws BrokenRule {
    if (distance > window) {
      throw new BrokenRule(
          "7.1.2 of RFC 7692",
          "a reference "
              + distance
              + " octets back, out of a window of "
              + window
              + ", after "
              + produced
              + " octets");
    }
  }
}
