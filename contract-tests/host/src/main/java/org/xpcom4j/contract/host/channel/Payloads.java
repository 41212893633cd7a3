package org.xpcom4j.contract.host.channel;

import java.util.HexFormat;

/** Shows the payload of messages to people, at a length that fits a line. */
public final class Payloads {
  private static final int SHOWN_BYTES = 16;
  private static final int SHOWN_CHARS = 80;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private Payloads() {}

  /**
   * Shows a text in quotes, with control characters escaped, cut when it is long.
   *
   * @param text any text
   * @return such as {@code "hello\n"}
   */
  public static String describe(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints().limit(SHOWN_CHARS).forEach(c -> appendEscaped(shown, c));
    shown.append('"');
    int length = text.codePointCount(0, text.length());
    if (length > SHOWN_CHARS) {
      shown.append(" and ").append(length - SHOWN_CHARS).append(" more characters");
    }
    return shown.toString();
  }

  /**
   * Shows how many bytes there are, and the first ones in hex.
   *
   * @param bytes any bytes
   * @return such as {@code 3 bytes 00 ff 10}
   */
  public static String describe(byte[] bytes) {
    String size = bytes.length == 1 ? "1 byte" : bytes.length + " bytes";
    if (bytes.length == 0) {
      return size;
    }
    String hex = HEX.formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
    return size + " " + hex + (bytes.length > SHOWN_BYTES ? " …" : "");
  }

  private static void appendEscaped(StringBuilder shown, int c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      case '"' -> shown.append("\\\"");
      case '\\' -> shown.append("\\\\");
      default -> {
        if (Character.isISOControl(c)) {
          shown.append(String.format("\\u%04x", c));
        } else {
          shown.appendCodePoint(c);
        }
      }
    }
  }
}
