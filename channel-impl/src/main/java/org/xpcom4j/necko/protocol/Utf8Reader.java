package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a string of UTF-8 that is whole in a buffer, checking it on the way: nothing is allocated but the string. One for
 * each thread.
 */
final class Utf8Reader {
  /** The longest text that is read here; the arrays are kept. */
  static final int MAX_BYTES = 1 << 16;

  private static final int FIRST_BYTES = 1 << 10;
  private static final int PREFIX_BYTES = 256;
  private static final char REPLACEMENT = '\uFFFD';
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final FastThreadLocal<Utf8Reader> OF_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Utf8Reader initialValue() {
          return new Utf8Reader();
        }
      };

  private byte[] bytes = new byte[FIRST_BYTES];
  private char[] chars = new char[FIRST_BYTES];

  private Utf8Reader() {}

  static Utf8Reader ofThisThread() {
    return OF_THREAD.get();
  }

  /**
   * Takes bytes of a buffer.
   *
   * @param length how many, at most {@link #MAX_BYTES}
   * @return the text, or null when that is not UTF-8
   */
  @Nullable String read(ByteBuf in, int length) {
    if (in.hasArray()) {
      int from = in.arrayOffset() + in.readerIndex();
      in.skipBytes(length);
      return read(in.array(), from, length);
    }
    if (bytes.length < length) {
      bytes = new byte[Math.min(MAX_BYTES, Integer.highestOneBit(length) << 1)];
    }
    in.readBytes(bytes, 0, length);
    return read(bytes, 0, length);
  }

  private @Nullable String read(byte[] from, int start, int length) {
    int ascii = asciiPrefix(from, start, Math.min(length, PREFIX_BYTES));
    if (ascii == length) {
      return new String(from, start, length, ISO_8859_1);
    }
    if (ascii == PREFIX_BYTES) { // likely all of it is ASCII, which the JDK sees fastest
      String text = new String(from, start, length, UTF_8);
      if (text.indexOf(REPLACEMENT) < 0) {
        return text; // each error would have become one
      }
    }
    if (chars.length < length) {
      chars = new char[Math.min(MAX_BYTES, Integer.highestOneBit(length) << 1)];
    }
    int count = Utf8Decoder.decode(from, start, start + length, chars);
    return count < 0 ? null : new String(chars, 0, count);
  }

  private static int asciiPrefix(byte[] bytes, int start, int length) {
    int at = 0;
    while (at <= length - Long.BYTES && ((long) LONGS.get(bytes, start + at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < length && bytes[start + at] >= 0) {
      at++;
    }
    return at;
  }
}
