package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Turns text into UTF-8 some characters at a time, so that no array grows with the text. What Java copies and narrows with
 * vector instructions is done that way: characters out of the string, and Latin-1 out of characters. Lone surrogates,
 * which have no UTF-8 form, become U+FFFD. One for each thread.
 */
final class Utf8Writer {
  /** How many characters are looked at together; both arrays stay in the first-level cache. */
  static final int CHUNK = 2048;

  private static final int MAX_BYTES_PER_CHAR = 3;
  private static final int PREFIX_CHARS = 8;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final FastThreadLocal<Utf8Writer> OF_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Utf8Writer initialValue() {
          return new Utf8Writer();
        }
      };

  private final char[] chars = new char[CHUNK];
  private final byte[] bytes = new byte[MAX_BYTES_PER_CHAR * CHUNK + 1];
  private final CharBuffer charBuffer = CharBuffer.wrap(chars);
  private final ByteBuffer byteBuffer = ByteBuffer.wrap(bytes);
  private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();

  private Utf8Writer() {}

  static Utf8Writer ofThisThread() {
    return OF_THREAD.get();
  }

  /**
   * Adds characters to a buffer, masked.
   *
   * @param from where to begin in the text
   * @param to where to end; not between the halves of a pair
   * @param maskKey the mask, which starts with the first byte of the text; 0 for none
   * @param keyOffset how many bytes of the text came before
   * @return how many bytes were added
   */
  int write(String text, int from, int to, ByteBuf out, int maskKey, int keyOffset) {
    int written = 0;
    for (int at = from; at < to; ) {
      int end = endOfChunk(text, at, to);
      int length = encode(text, at, end);
      if (at == from && length > end - at) { // all that follows is likely to be as wide
        out.ensureWritable((int) ((long) length * (to - at) / (end - at)));
      }
      Mask.copy(bytes, 0, length, out, maskKey, keyOffset + written);
      written += length;
      at = end;
    }
    return written;
  }

  /** The size of a text in UTF-8. */
  long length(String text) {
    long length = 0;
    for (int at = 0; at < text.length(); ) {
      int end = endOfChunk(text, at, text.length());
      text.getChars(at, end, chars, 0);
      length += length(chars, end - at);
      at = end;
    }
    return length;
  }

  private static int endOfChunk(String text, int from, int to) {
    if (to - from <= CHUNK) {
      return to;
    }
    int end = from + CHUNK;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end; // keep pairs together
  }

  private static int length(char[] chars, int count) {
    int length = count;
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      if (c >= 0x80) {
        length += c < 0x800 ? 1 : 2;
        if (isPair(chars, i, count)) {
          i++; // four bytes for both: a byte a character, and two more
        }
      }
    }
    return length;
  }

  private static boolean isPair(char[] chars, int i, int count) {
    return Character.isHighSurrogate(chars[i])
        && i + 1 < count
        && Character.isLowSurrogate(chars[i + 1]);
  }

  private int encode(String text, int from, int to) {
    int count = to - from;
    text.getChars(from, to, chars, 0);
    int ascii = narrowAscii(Math.min(count, PREFIX_CHARS));
    boolean isAscii =
        ascii == count || (ascii == PREFIX_CHARS && isAsciiBehind(PREFIX_CHARS, count));
    return isAscii ? count : encodeAny(ascii, count);
  }

  private int narrowAscii(int count) {
    int at = 0;
    while (at < count && chars[at] < 0x80) {
      bytes[at] = (byte) chars[at++];
    }
    return at;
  }

  /** Narrows characters to bytes, and tells whether that was all there is to do. */
  private boolean isAsciiBehind(int start, int count) {
    charBuffer.limit(count).position(start);
    byteBuffer.clear().position(start);
    latin1.reset();
    if (latin1.encode(charBuffer, byteBuffer, true).isError()) {
      return false;
    }
    long all = 0;
    int at = start;
    for (; at <= count - Long.BYTES; at += Long.BYTES) {
      all |= (long) LONGS.get(bytes, at);
    }
    for (; at < count; at++) {
      all |= bytes[at];
    }
    return (all & HIGH_BITS) == 0;
  }

  /** Characters of one length often follow each other, hence a loop for each; their bytes are stored together. */
  private int encodeAny(int start, int count) {
    char[] from = chars;
    byte[] to = bytes;
    int length = start;
    int at = start;
    while (at < count) {
      while (at < count && from[at] < 0x80) {
        to[length++] = (byte) from[at++];
      }
      while (at < count && from[at] >= 0x80 && from[at] < 0x800) {
        int c = from[at++];
        SHORTS.set(to, length, (short) (0xC080 | (c << 2 & 0x1F00) | (c & 0x3F)));
        length += 2;
      }
      while (at < count && from[at] >= 0x800 && !Character.isSurrogate(from[at])) {
        length = encodeThree(to, length, from[at++]);
      }
      while (at < count && Character.isSurrogate(from[at])) {
        if (isPair(from, at, count)) {
          length = encodeFour(to, length, Character.toCodePoint(from[at], from[at + 1]));
          at += 2;
        } else {
          length = encodeThree(to, length, '\uFFFD');
          at++;
        }
      }
    }
    return length;
  }

  /** Stores a fourth byte too, which the next character overwrites. */
  private static int encodeThree(byte[] to, int at, int c) {
    INTS.set(
        to, at, 0xE0808000 | (c << 12 & 0x0F000000) | (c << 10 & 0x3F0000) | (c << 8 & 0x3F00));
    return at + 3;
  }

  private static int encodeFour(byte[] to, int at, int c) {
    INTS.set(
        to,
        at,
        0xF0808080 | (c << 6 & 0x07000000) | (c << 4 & 0x3F0000) | (c << 2 & 0x3F00) | (c & 0x3F));
    return at + 4;
  }
}
