package org.xpcom4j.contract.kit.websocket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that do not change. */
public final class Octets {
  /** No bytes. */
  public static final Octets EMPTY = new Octets(new byte[0]);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final int SHOWN = 24;

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies bytes.
   *
   * @param bytes the bytes
   * @return the copy
   */
  public static Octets of(byte... bytes) {
    return new Octets(bytes.clone());
  }

  /** Takes an array that nobody else writes to. */
  static Octets owned(byte[] bytes) {
    return new Octets(bytes);
  }

  /**
   * Reads bytes from hex digits.
   *
   * @param digits pairs of digits, with or without spaces between the pairs
   * @return the bytes
   */
  public static Octets hex(String digits) {
    return new Octets(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  /**
   * Encodes text.
   *
   * @param text well-formed text
   * @return its UTF-8
   */
  public static Octets utf8(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes bytes of one value.
   *
   * @param count how many
   * @param value which
   * @return the bytes
   */
  public static Octets filled(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return new Octets(bytes);
  }

  /**
   * Puts bytes behind each other.
   *
   * @param parts the parts, first one first
   * @return all of them
   */
  public static Octets join(Octets... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(Octets::size).sum()];
    int at = 0;
    for (Octets part : parts) {
      System.arraycopy(part.bytes, 0, all, at, part.bytes.length);
      at += part.bytes.length;
    }
    return new Octets(all);
  }

  /**
   * Counts the bytes.
   *
   * @return how many there are
   */
  public int size() {
    return bytes.length;
  }

  /**
   * Looks at one byte.
   *
   * @param index which, from 0
   * @return its value, 0 to 255
   */
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /**
   * Cuts a part out.
   *
   * @param from the first byte
   * @param to behind the last byte
   * @return the part
   */
  public Octets slice(int from, int to) {
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * Copies the bytes.
   *
   * @return an array of the caller's own
   */
  public byte[] toArray() {
    return bytes.clone();
  }

  /**
   * Decodes UTF-8, strictly.
   *
   * @return the text; empty when the bytes are not well-formed
   */
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The array itself, for readers in this package. */
  byte[] array() {
    return bytes;
  }

  /** Writes all, each chunk by itself. */
  void writeTo(OutputStream out, Chunks chunks) throws IOException {
    for (long from = 0; from < bytes.length; from += chunks.size()) {
      out.write(bytes, (int) from, (int) Math.min(chunks.size(), bytes.length - from));
      out.flush();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The number of bytes and the first of them in hex. */
  @Override
  public String toString() {
    if (bytes.length == 0) {
      return "0 octets";
    }
    String shown = HEX.formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return bytes.length
        + (bytes.length == 1 ? " octet: " : " octets: ")
        + shown
        + (bytes.length > SHOWN ? " …" : "");
  }
}
