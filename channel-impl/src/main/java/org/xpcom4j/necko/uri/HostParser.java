package org.xpcom4j.necko.uri;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a host: a name, an international name, an IPv4 address or a bracketed IPv6 address. */
final class HostParser {
  private static final String FORBIDDEN = "#/:?@[\\]*<>|\"^";
  private static final String LEGAL_SYMBOLS = "-._~!$&'()+,;=";
  private static final String EXAMPLE = "a host name, as in example.org";

  private final UrlText text;
  private final int start;
  private final int end;

  private HostParser(UrlText text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /**
   * Reads the host that fills a range of the text.
   *
   * @throws org.xpcom4j.result.XpcomException NS_ERROR_MALFORMED_URI
   */
  static Host parse(UrlText text, int start, int end) {
    HostParser parser = new HostParser(text, start, end);
    if (start == end) {
      throw text.malformed(start, "host is empty", EXAMPLE);
    }
    return text.at(start) == '[' ? parser.ipv6() : parser.name();
  }

  private Host ipv6() {
    if (text.at(end - 1) != ']') {
      throw text.malformed(end, "bracket of the IPv6 address is not closed", "]");
    }
    Ipv6Syntax.check(text, start + 1, end - 1);
    return Host.of(text.between(start + 1, end - 1).toLowerCase(Locale.ROOT));
  }

  private Host name() {
    String raw = text.between(start, end);
    String decoded = unescape(raw);
    if (!decoded.equals(raw) && !unescape(decoded).equals(decoded)) {
      throw text.malformed(
          text.indexOfAny("%", start, end), "host has an escape of an escape", EXAMPLE);
    }
    for (int i = 0; i < decoded.length(); i++) {
      if (decoded.charAt(i) == 0 || decoded.charAt(i) == ' ') {
        throw forbidden(decoded.charAt(i));
      }
    }
    String ascii = decoded.toLowerCase(Locale.ROOT);
    boolean isInternational = !isAscii(decoded) || InternationalName.hasAceLabel(ascii);
    if (isInternational) {
      ascii =
          InternationalName.toAscii(decoded)
              .orElseThrow(
                  () ->
                      text.malformed(
                          start,
                          "host is no valid international name",
                          "labels of letters and digits, each at most 63 bytes in punycode"));
    }
    ascii = Ipv4Host.normalize(ascii).orElse(ascii);
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      // What was mapped to ASCII may have become an escape: full-width letters after a per cent
      // sign.
      boolean mayBeEscape = isInternational && c == '%';
      if (c <= ' ' || c == 0x7F || mayBeEscape || FORBIDDEN.indexOf(c) >= 0) {
        throw forbidden(c);
      }
    }
    if (ascii.isEmpty()) {
      throw text.malformed(start, "host is empty", EXAMPLE);
    }
    return isInternational ? new Host(InternationalName.display(ascii), ascii) : Host.of(ascii);
  }

  private RuntimeException forbidden(char c) {
    int index = text.text().indexOf(c, start);
    boolean isVisible = index >= start && index < end;
    return text.malformed(
        isVisible ? index : start,
        isVisible ? "host has a forbidden character" : "host stands for a forbidden character",
        EXAMPLE);
  }

  /** Decodes the escapes of bytes that are legal in a host or not ASCII; the others stay. */
  private String unescape(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      if (value >= 0 && (value >= 0x80 || isLegal((char) value))) {
        out.write(value);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    try {
      ByteBuffer decoded = ByteBuffer.wrap(out.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(decoded).toString();
    } catch (CharacterCodingException e) {
      throw text.malformed(
          text.indexOfAny("%", start, end), "escapes in the host are no UTF-8", "UTF-8 bytes");
    }
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }

  private static boolean isLegal(char c) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || LEGAL_SYMBOLS.indexOf(c) >= 0;
  }

  private static boolean isAscii(String host) {
    return host.chars().allMatch(c -> c < 0x80);
  }
}
