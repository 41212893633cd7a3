package org.xpcom4j.necko.uri;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The parts of a URL that carry free text, each with the ASCII characters that it must write as an
 * escape beside controls, space, DEL and everything that is not ASCII.
 */
enum UrlPart {
  USERNAME("\"#'./:;<=>?@[\\]^`{|}"),
  PASSWORD("\"#'./:;<=>?@[\\]^`{}"),
  PATH("\"#<>?\\^`{}"),
  QUERY("\"#'<>"),
  REF("\"<>`");

  private static final Pattern LONE_SURROGATE = Pattern.compile("[\\ud800-\\udfff]");
  private static final String HEX = "0123456789ABCDEF";

  private final String symbols;

  UrlPart(String symbols) {
    this.symbols = symbols;
  }

  /** Escapes text as UTF-8. Escapes that are there already stay as they are. */
  String escape(String text) {
    return escape(text, StandardCharsets.UTF_8);
  }

  /**
   * Escapes text.
   *
   * @param charset turns the text into bytes; what it cannot write becomes its replacement, and half
   *     of a surrogate pair becomes U+FFFD where the charset has that
   */
  String escape(String text, Charset charset) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    boolean afterNonAscii = false;
    ByteBuffer bytes = charset.encode(LONE_SURROGATE.matcher(text).replaceAll("\uFFFD"));
    while (bytes.hasRemaining()) {
      int value = bytes.get() & 0xFF;
      boolean isAscii = value < 0x80;
      // A bar after a byte that is not ASCII may be the second half of a multi-byte character.
      if (!isAscii || mustEscape(value) || (afterNonAscii && value == '|')) {
        out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xF));
      } else {
        out.append((char) value);
      }
      afterNonAscii = !isAscii;
    }
    return out.toString();
  }

  private boolean mustEscape(int ascii) {
    return ascii <= ' ' || ascii == 0x7F || symbols.indexOf(ascii) >= 0;
  }
}
