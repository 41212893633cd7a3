package org.xpcom4j.necko.protocol;

/** Foreign text made fit for a message: in quotes, control characters escaped, cut when long. */
public final class Quoted {
  private static final int MAX_CHARACTERS = 80;

  private Quoted() {}

  /**
   * Quotes a text.
   *
   * @param text anything
   * @return one short line of printable characters
   */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int end = Math.min(text.length(), MAX_CHARACTERS);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || (c >= 0x7F && c < 0xA0) || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append(end < text.length() ? "…\"" : "\"").toString();
  }
}
