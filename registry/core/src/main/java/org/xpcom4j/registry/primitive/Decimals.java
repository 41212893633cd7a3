package org.xpcom4j.registry.primitive;

import java.util.Locale;

/** Writes floating-point numbers as the text form of XPCOM's number objects has them. */
final class Decimals {

  private static final int MAX_LENGTH = 31;

  private Decimals() {}

  /** Six places after the point, cut to 31 characters as Gecko's buffer does. */
  static String sixPlaces(double value) {
    String text = String.format(Locale.ROOT, "%f", value);
    return text.substring(0, Math.min(MAX_LENGTH, text.length()));
  }
}
