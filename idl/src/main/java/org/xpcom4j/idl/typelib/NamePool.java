package org.xpcom4j.idl.typelib;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The names in the pool of a typelib. All that are mentioned together, each as often as it is, are
 * not much longer than the file: names that overlap, or a long one that all speak of, would let a
 * small file become a large model or a large text.
 */
final class NamePool {
  private static final int MOST_QUOTED = 40;

  /** Real files mention their names with less than five characters for each of their bytes. */
  private static final long MOST_CHARACTERS_PER_BYTE = 16;

  private static final long CHARACTERS_FOR_ALL = 1 << 16;

  private final byte[] bytes;
  private final PoolOffsets offsets;
  private final Map<Integer, String> read = new HashMap<>();
  private long charactersLeft;

  NamePool(byte[] bytes, PoolOffsets offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.charactersLeft = MOST_CHARACTERS_PER_BYTE * bytes.length + CHARACTERS_FOR_ALL;
  }

  /**
   * Follows an offset to a name of IDL.
   *
   * @param what whose name, for messages
   */
  String identifier(Cursor cursor, String what) throws TypelibFormatException {
    int at = cursor.position();
    long offset = cursor.u32(what);
    if (offset == 0) {
      throw new TypelibFormatException(at, what + " without a name");
    }
    int start = offsets.position(at, offset, what);
    String text = text(at, start, what);
    if (!isIdentifier(text)) {
      throw new TypelibFormatException(start, "the name of the " + what + " is " + quote(text));
    }
    return text;
  }

  /** Follows an offset that may be null to the name of a namespace. */
  String namespace(Cursor cursor) throws TypelibFormatException {
    int at = cursor.position();
    long offset = cursor.u32("namespace");
    if (offset == 0) {
      return "";
    }
    int start = offsets.position(at, offset, "namespace");
    String text = text(at, start, "namespace");
    if (!isNamespace(text)) {
      throw new TypelibFormatException(start, "the namespace is " + quote(text));
    }
    return text;
  }

  private static boolean isIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isWordCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && !isDigit(text.charAt(0));
  }

  private static boolean isNamespace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWordCharacter(c) && c != '.' && c != ':') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Counts a name that is mentioned.
   *
   * @param at where, for messages
   */
  void count(int at, int length) throws TypelibFormatException {
    charactersLeft -= length;
    if (charactersLeft < 0) {
      throw new TypelibFormatException(
          at, "the names that are mentioned add up to much more than the file");
    }
  }

  private String text(int at, int start, String what) throws TypelibFormatException {
    String text = read.get(start);
    if (text == null) {
      text = load(at, start, what);
      read.put(start, text);
    } else {
      count(at, text.length());
    }
    return text;
  }

  private String load(int at, int start, String what) throws TypelibFormatException {
    int end = start;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    if (end == bytes.length) {
      throw new TypelibFormatException(start, "the name of the " + what + " does not end");
    }
    count(at, end - start);
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.substring(0, Math.min(text.length(), MOST_QUOTED)).toCharArray()) {
      quoted.append(
          c > ' ' && c < 0x7F && c != '"' ? String.valueOf(c) : String.format("\\x%02x", (int) c));
    }
    return quoted.append(text.length() > MOST_QUOTED ? "\"..." : "\"").toString();
  }
}
