package org.xpcom4j.registry.pref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The text of strings in preference files. */
final class PrefText {

  private PrefText() {}

  /** Bytes that are no UTF-8 are taken for ISO-8859-1, so that no character is lost. */
  static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, ISO_8859_1);
    }
  }

  /** Reads what follows a backslash. */
  static void writeEscape(PrefFileParser in, ByteArrayOutputStream text) {
    switch (in.peek()) {
      case '"', '\'', '\\' -> text.write(in.next());
      case 'n' -> write(in, text, '\n');
      case 'r' -> write(in, text, '\r');
      case 'x' -> writeHex(in, text, 2);
      case 'u' -> writeHex(in, text, 4);
      default -> text.write('\\'); // what follows is read as it is
    }
  }

  private static void write(PrefFileParser in, ByteArrayOutputStream text, char meaning) {
    int unused = in.next();
    text.write(meaning);
  }

  private static void writeHex(PrefFileParser in, ByteArrayOutputStream text, int digits) {
    int letter = in.next();
    int value = in.hex(digits);
    if (value < 0) {
      text.write('\\');
      text.write(letter);
      return;
    }
    int codePoint = value;
    if (Character.isHighSurrogate((char) value)) {
      int low = in.take('\\', 'u') ? in.hex(4) : -1;
      if (low < 0 || !Character.isLowSurrogate((char) low)) {
        return; // half a character, which no UTF-8 can hold
      }
      codePoint = Character.toCodePoint((char) value, (char) low);
    }
    byte[] bytes = Character.toString(codePoint).getBytes(UTF_8);
    text.write(bytes, 0, bytes.length);
  }

  /** Adds a string in quotes. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '"', '\\' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
