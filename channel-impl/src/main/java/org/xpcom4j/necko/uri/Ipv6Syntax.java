package org.xpcom4j.necko.uri;

/** Checks the text between the brackets of an IPv6 host; it is never rewritten. */
final class Ipv6Syntax {
  private static final int BLOCKS = 8;
  private static final String EXAMPLE = "an IPv6 address, as in [2001:db8::1]";

  private final UrlText text;
  private final int end;
  private int position;
  private int blocks;
  private boolean isCompressed;

  private Ipv6Syntax(UrlText text, int start, int end) {
    this.text = text;
    this.position = start;
    this.end = end;
  }

  /** Accepts the range in silence, or throws NS_ERROR_MALFORMED_URI. */
  static void check(UrlText text, int start, int end) {
    new Ipv6Syntax(text, start, end).check();
  }

  private void check() {
    if (position == end) {
      throw text.malformed(position, "IPv6 address is empty", EXAMPLE);
    }
    if (is(':', position)) {
      if (!is(':', position + 1)) {
        throw text.malformed(position, "IPv6 address begins with one colon", "\"::\" or a digit");
      }
      isCompressed = true;
      position += 2;
    }
    while (position < end && readBlock()) {
      readSeparator();
    }
    if (isCompressed ? blocks >= BLOCKS : blocks != BLOCKS) {
      String want =
          isCompressed ? "at most 7 blocks beside \"::\"" : "8 blocks, or \"::\" for zeros";
      throw text.malformed(end, "IPv6 address has " + blocks + " blocks", want);
    }
  }

  /** Reads one block; false when it was the last. */
  private boolean readBlock() {
    int start = position;
    while (position < end && isHex(text.at(position))) {
      position++;
    }
    if (is('.', position)) {
      readIpv4(start);
      return false;
    }
    if (position == start) {
      throw text.malformed(position, "IPv6 address has a character that is no digit", EXAMPLE);
    }
    if (position - start > 4) {
      throw text.malformed(start + 4, "IPv6 block is too long", "at most 4 hexadecimal digits");
    }
    blocks++;
    return position < end;
  }

  private void readSeparator() {
    if (!is(':', position)) {
      throw text.malformed(position, "IPv6 address has a character that is no digit", EXAMPLE);
    }
    position++;
    if (position == end) {
      throw text.malformed(position - 1, "IPv6 address ends with one colon", "\"::\" or a digit");
    }
    if (is(':', position)) {
      if (isCompressed) {
        throw text.malformed(position, "IPv6 address has \"::\" twice", "\"::\" once at most");
      }
      isCompressed = true;
      position++;
    }
  }

  private void readIpv4(int start) {
    String want = "4 numbers up to 255 without leading zeros, as in [::ffff:192.0.2.1]";
    position = start;
    for (int part = 0; part < 4; part++) {
      int from = position;
      int value = 0;
      while (position < end && isDigit(text.at(position)) && position - from < 4) {
        value = value * 10 + text.at(position) - '0';
        position++;
      }
      boolean hasLeadingZero = position - from > 1 && text.at(from) == '0';
      if (position == from || value > 255 || hasLeadingZero) {
        throw text.malformed(from, "IPv4 tail of the IPv6 address is malformed", want);
      }
      boolean endsHere = part == 3 ? position == end : is('.', position);
      if (!endsHere) {
        throw text.malformed(position, "IPv4 tail of the IPv6 address is malformed", want);
      }
      if (part < 3) {
        position++;
      }
    }
    blocks += 2;
  }

  private boolean is(char c, int index) {
    return index < end && text.at(index) == c;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
