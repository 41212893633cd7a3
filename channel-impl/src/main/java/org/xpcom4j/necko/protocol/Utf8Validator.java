package org.xpcom4j.necko.protocol;

/**
 * Checks UTF-8 that comes in pieces, and finds an error at the first byte that makes it certain: overlong forms,
 * surrogates, values above U+10FFFF and stray bytes (Unicode, table 3-7). One text after the other, one thread.
 */
final class Utf8Validator {
  private int missing; // bytes until the character is whole
  private int lowest = 0x80; // what the next byte may be, inside a character
  private int highest = 0xBF;

  /** Checks the next piece; returns whether it can still become valid text. */
  boolean accept(byte[] bytes, int from, int to) {
    int at = from;
    while (missing > 0 && at < to) { // a character that began in the piece before
      if (!goOn(bytes[at++] & 0xFF)) {
        return false;
      }
    }
    for (at = Utf8Decoder.skipCharacters(bytes, at, to); at < to; at++) { // the rest, or an error
      int octet = bytes[at] & 0xFF;
      if (!(missing > 0 ? goOn(octet) : octet < 0x80 || begin(octet))) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the text so far ends with a whole character. */
  boolean isAtBoundary() {
    return missing == 0;
  }

  private boolean begin(int octet) {
    if (octet >= 0xC2 && octet <= 0xDF) {
      missing = 1;
    } else if (octet >= 0xE0 && octet <= 0xEF) {
      missing = 2;
      lowest = octet == 0xE0 ? 0xA0 : 0x80; // below: overlong
      highest = octet == 0xED ? 0x9F : 0xBF; // above: surrogates
    } else if (octet >= 0xF0 && octet <= 0xF4) {
      missing = 3;
      lowest = octet == 0xF0 ? 0x90 : 0x80; // below: overlong
      highest = octet == 0xF4 ? 0x8F : 0xBF; // above: past U+10FFFF
    } else {
      return false;
    }
    return true;
  }

  private boolean goOn(int octet) {
    if (octet < lowest || octet > highest) {
      return false;
    }
    lowest = 0x80;
    highest = 0xBF;
    missing--;
    return true;
  }
}
