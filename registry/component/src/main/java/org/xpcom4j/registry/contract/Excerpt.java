package org.xpcom4j.registry.contract;

/** Shows where in a line of text something is wrong, in two lines with a caret. */
public final class Excerpt {

  /** How much of the text is shown on each side of the mistake. */
  private static final int SHOWN = 60;

  private static final String CUT = "…";

  private Excerpt() {}

  /**
   * Draws the caret.
   *
   * @param text one line; what a terminal would obey is shown as question marks, what is long is cut
   * @param position where the mistake is, from 0 to the length of the text
   * @param note what follows the caret
   * @return the text, indented, and the caret below it; no line feed at the end
   */
  public static String of(String text, int position, String note) {
    int from = Math.max(0, position - SHOWN);
    int to = Math.min(text.length(), position + SHOWN);
    String before = (from > 0 ? CUT : "") + visible(text.substring(from, position));
    String after = visible(text.substring(position, to)) + (to < text.length() ? CUT : "");
    return ("  " + before + after).stripTrailing()
        + "\n  "
        + " ".repeat(before.length())
        + "^ "
        + note;
  }

  /**
   * Shows a word in the middle of a sentence.
   *
   * @param word any text
   * @return the text in quotation marks, cut if it is long, with question marks for what a terminal
   *     would obey
   */
  public static String quote(String word) {
    return "\""
        + visible(word.length() <= SHOWN ? word : word.substring(0, SHOWN))
        + (word.length() <= SHOWN ? "" : CUT)
        + "\"";
  }

  /**
   * Replaces what would move the caret line or the terminal by one question mark each.
   *
   * @param part any text
   * @return a text of the same length
   */
  public static String visible(String part) {
    var shown = new StringBuilder(part.length());
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      shown.append(c < ' ' || (c >= 0x7f && c < 0xa0) || Character.isSurrogate(c) ? '?' : c);
    }
    return shown.toString();
  }
}
