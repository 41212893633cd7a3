package org.xpcom4j.idl.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text that the bytes of an IDL file stand for. Old files are ISO-8859-1; outside comments and
 * raw blocks it makes no difference.
 *
 * @param text the characters, without a byte order mark
 * @param charset how they were encoded
 * @param hasMark whether there was a byte order mark
 */
public record DecodedText(String text, Charset charset, boolean hasMark) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Decodes a file: as UTF-8 if it is valid, else as ISO-8859-1.
   *
   * @param bytes the file
   * @return its text
   */
  public static DecodedText of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean hasMark = text.startsWith(BYTE_ORDER_MARK);
      return new DecodedText(hasMark ? text.substring(1) : text, StandardCharsets.UTF_8, hasMark);
    } catch (CharacterCodingException notUtf8) {
      Charset latin = StandardCharsets.ISO_8859_1;
      return new DecodedText(new String(bytes, latin), latin, false);
    }
  }

  /**
   * Encodes another text as this one was.
   *
   * @param other the text
   * @return its bytes
   */
  public byte[] encode(String other) {
    return (hasMark ? BYTE_ORDER_MARK + other : other).getBytes(charset);
  }
}
