package org.xpcom4j.necko.uri;

import java.util.Optional;
import java.util.OptionalLong;

/** IPv4 addresses in the loose spellings that hosts accept: fewer parts, octal, hexadecimal. */
final class Ipv4Host {
  private static final int MAX_PARTS = 4;

  private Ipv4Host() {}

  /**
   * Rewrites an address as four decimal parts.
   *
   * @param host a host name in ASCII
   * @return the plain form, empty when the text is no address and so stays a name
   */
  static Optional<String> normalize(String host) {
    if (host.isEmpty() || !isDigit(host.charAt(0)) || host.contains("..")) {
      return Optional.empty();
    }
    String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String[] parts = text.split("\\.", -1);
    if (parts.length > MAX_PARTS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      int bytes = i == parts.length - 1 ? MAX_PARTS - i : 1;
      OptionalLong value = number(parts[i], (1L << (8 * bytes)) - 1);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      address = (address << (8 * bytes)) | value.getAsLong();
    }
    return Optional.of(
        (address >> 24)
            + "."
            + (address >> 16 & 255)
            + "."
            + (address >> 8 & 255)
            + "."
            + (address & 255));
  }

  private static OptionalLong number(String text, long max) {
    int radix = 10;
    String digits = text;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      radix = 16;
      digits = "0" + text.substring(2);
    } else if (text.startsWith("0") && text.length() > 1) {
      radix = 8;
    }
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return OptionalLong.empty();
      }
      value = value * radix + digit;
      if (value > max) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(value);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
