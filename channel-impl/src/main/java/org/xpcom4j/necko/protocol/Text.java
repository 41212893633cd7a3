package org.xpcom4j.necko.protocol;

/** Strings on their way to the wire as UTF-8. */
final class Text {
  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** Replaces lone surrogates, which have no UTF-8 form, by U+FFFD; returns the same string when there are none. */
  static String wellFormed(String text) {
    int lone = nextLoneSurrogate(text, 0);
    if (lone < 0) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text);
    for (; lone >= 0; lone = nextLoneSurrogate(text, lone + 1)) {
      repaired.setCharAt(lone, REPLACEMENT);
    }
    return repaired.toString();
  }

  private static int nextLoneSurrogate(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        return i;
      }
    }
    return -1;
  }
}
