package org.xpcom4j.necko.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Decodes UTF-8 that is whole (Unicode, table 3-7). Characters of one length often follow each other, hence a loop for each
 * length: branches are guessed right until it changes. Longer characters are taken as words of four bytes, the first one
 * highest, which are checked and put together with few instructions.
 */
final class Utf8Decoder {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int WORD_BYTES = Integer.BYTES;
  private static final int ERROR = -1;

  private Utf8Decoder() {}

  /**
   * Decodes part of an array.
   *
   * @param out has room for as many characters as there are bytes
   * @return the number of characters, or -1 when that is not UTF-8
   */
  static int decode(byte[] in, int from, int to, char[] out) {
    int lastWord = to - WORD_BYTES;
    int count = 0;
    int at = from;
    while (at <= lastWord) {
      while (in[at] >= 0) {
        out[count++] = (char) in[at++];
        if (at > lastWord) {
          return decodeLast(in, at, to, out, count);
        }
      }
      int word = (int) WORDS.get(in, at);
      while (hasTwo(word)) {
        int c = charOfTwo(word);
        if (c < 0) {
          return ERROR;
        }
        out[count++] = (char) c;
        at += 2;
        if (at > lastWord) {
          return decodeLast(in, at, to, out, count);
        }
        word = (int) WORDS.get(in, at);
      }
      while (hasThree(word)) {
        int c = charOfThree(word);
        if (c < 0) {
          return ERROR;
        }
        out[count++] = (char) c;
        at += 3;
        if (at > lastWord) {
          return decodeLast(in, at, to, out, count);
        }
        word = (int) WORDS.get(in, at);
      }
      if (hasFour(word)) {
        int c = codePointOfFour(word);
        if (c < 0) {
          return ERROR;
        }
        out[count] = Character.highSurrogate(c);
        out[count + 1] = Character.lowSurrogate(c);
        count += 2;
        at += 4;
      } else if (word < 0 && !hasTwo(word)) {
        return ERROR;
      }
    }
    return decodeLast(in, at, to, out, count);
  }

  /**
   * Passes over characters without decoding them.
   *
   * @return where it stopped: at an error, or in front of the last bytes, fewer than four, which may be characters too
   */
  static int skipCharacters(byte[] in, int from, int to) {
    int lastWord = to - WORD_BYTES;
    int at = from;
    while (at <= lastWord) {
      int word = (int) WORDS.get(in, at);
      if (word >= 0) {
        at = skipAscii(in, at + 1, to);
        continue;
      }
      int before = at;
      while (hasTwo(word) && charOfTwo(word) >= 0) {
        at += 2;
        if (at > lastWord) {
          return at;
        }
        word = (int) WORDS.get(in, at);
      }
      while (hasThree(word) && charOfThree(word) >= 0) {
        at += 3;
        if (at > lastWord) {
          return at;
        }
        word = (int) WORDS.get(in, at);
      }
      if (hasFour(word) && codePointOfFour(word) >= 0) {
        at += 4;
      } else if (at == before) {
        return at;
      }
    }
    return at;
  }

  private static int skipAscii(byte[] in, int from, int to) {
    int at = from;
    while (at <= to - 2 * Long.BYTES
        && (((long) LONGS.get(in, at) | (long) LONGS.get(in, at + Long.BYTES)) & HIGH_BITS) == 0) {
      at += 2 * Long.BYTES;
    }
    while (at < to && in[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Decodes fewer bytes than a word has. */
  private static int decodeLast(byte[] in, int from, int to, char[] out, int decoded) {
    int count = decoded;
    for (int at = from; at < to; ) {
      int word = wordOfLast(in, at, to);
      int c = word >>> 24;
      if (word >= 0) {
        at++;
      } else if (hasTwo(word)) {
        c = charOfTwo(word);
        at += 2;
      } else {
        c = hasThree(word) ? charOfThree(word) : ERROR;
        at += 3;
      }
      if (c < 0) {
        return ERROR;
      }
      out[count++] = (char) c;
    }
    return count;
  }

  /** Zeros, which end no character, stand for what is not there. */
  private static int wordOfLast(byte[] in, int from, int to) {
    int word = 0;
    for (int at = from; at < from + WORD_BYTES; at++) {
      word = word << 8 | (at < to ? in[at] & 0xFF : 0);
    }
    return word;
  }

  private static boolean hasTwo(int word) {
    return (word & 0xE0C00000) == 0xC0800000;
  }

  private static boolean hasThree(int word) {
    return (word & 0xF0C0C000) == 0xE0808000;
  }

  private static boolean hasFour(int word) {
    return (word & 0xF8C0C0C0) == 0xF0808080;
  }

  private static int charOfTwo(int word) {
    int c = (word >>> 18 & 0x7C0) | (word >>> 16 & 0x3F);
    return c < 0x80 ? ERROR : c;
  }

  private static int charOfThree(int word) {
    int c = (word >>> 12 & 0xF000) | (word >>> 10 & 0xFC0) | (word >>> 8 & 0x3F);
    return c < 0x800 || Character.isSurrogate((char) c) ? ERROR : c;
  }

  private static int codePointOfFour(int word) {
    int c = (word >>> 6 & 0x1C0000) | (word >>> 4 & 0x3F000) | (word >>> 2 & 0xFC0) | (word & 0x3F);
    return Character.isSupplementaryCodePoint(c) ? c : ERROR;
  }
}
