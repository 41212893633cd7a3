package org.xpcom4j.idl.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The text that the bytes of an IDL file stand for. It is UTF-8; bytes that are not are taken for
 * ISO-8859-1, as old files have them, and some have both. Outside comments and raw blocks it makes
 * no difference.
 */
public final class DecodedText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What stands for bytes that are no UTF-8, if nobody asks for more; or for itself. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final int LAST_OF_ASCII = 0x7F;
  private static final int LAST_OF_LATIN = 0xFF;

  private final String text;
  private final boolean hasMark;

  /** Which of the characters beyond ASCII, counted from the first, were bytes of ISO-8859-1. */
  private final BitSet latin;

  private DecodedText(String text, boolean hasMark, BitSet latin) {
    this.text = text;
    this.hasMark = hasMark;
    this.latin = latin;
  }

  /**
   * Decodes a file.
   *
   * @param bytes the file
   * @return its text
   */
  public static DecodedText of(byte[] bytes) {
    String plain = new String(bytes, StandardCharsets.UTF_8);
    return plain.indexOf(REPLACEMENT) < 0 ? of(plain, new BitSet(0)) : ofMixed(bytes);
  }

  private static DecodedText of(String text, BitSet latin) {
    boolean hasMark = text.startsWith(BYTE_ORDER_MARK);
    return new DecodedText(hasMark ? text.substring(1) : text, hasMark, latin);
  }

  /** Decodes what may not be UTF-8 throughout. */
  private static DecodedText ofMixed(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    BitSet latin = new BitSet();
    int counted = 0;
    int beyondAscii = 0;
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      beyondAscii += countBeyondAscii(out, counted);
      for (int i = 0; i < result.length(); i++) {
        latin.set(beyondAscii++);
        out.put((char) (in.get() & LAST_OF_LATIN));
      }
      counted = out.position();
      result = decoder.decode(in, out, true);
    }
    return of(out.flip().toString(), latin);
  }

  private static int countBeyondAscii(CharBuffer out, int from) {
    int count = 0;
    for (int i = from; i < out.position(); i++) {
      if (out.get(i) > LAST_OF_ASCII) {
        count++;
      }
    }
    return count;
  }

  /** {@return the characters, without a byte order mark} */
  public String text() {
    return text;
  }

  /**
   * Encodes a text that has the same characters beyond ASCII in the same order, each as it was.
   *
   * @param other the text
   * @return its bytes
   */
  public byte[] encode(String other) {
    String whole = hasMark ? BYTE_ORDER_MARK + other : other;
    if (latin.isEmpty()) {
      return whole.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(whole.length());
    int start = 0;
    int beyondAscii = 0;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c > LAST_OF_ASCII && latin.get(beyondAscii++) && c <= LAST_OF_LATIN) {
        out.writeBytes(whole.substring(start, i).getBytes(StandardCharsets.UTF_8));
        out.write(c);
        start = i + 1;
      }
    }
    out.writeBytes(whole.substring(start).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
