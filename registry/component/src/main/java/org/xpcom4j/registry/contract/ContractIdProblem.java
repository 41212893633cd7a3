package org.xpcom4j.registry.contract;

import java.util.Objects;
import java.util.Optional;

/**
 * The first mistake in a contract ID.
 *
 * @param text the contract ID as it was given
 * @param position where the mistake is, from 0 to the length of the text
 * @param clause what is wrong, for instance {@code contract ID has no version}
 * @param expected what should stand there, for instance {@code a number}
 * @param correction a contract ID that would do, if one can be guessed
 */
public record ContractIdProblem(
    String text, int position, String clause, String expected, Optional<String> correction) {

  /** How much of the text is shown on each side of the mistake. */
  private static final int SHOWN = 60;

  private static final String CUT = "…";

  /**
   * Checks that the position is in the text.
   *
   * @param text the contract ID as it was given
   * @param position where the mistake is
   * @param clause what is wrong
   * @param expected what should stand there
   * @param correction a contract ID that would do
   */
  public ContractIdProblem {
    Objects.checkIndex(position, text.length() + 1);
  }

  /**
   * Returns the whole message: the clause, the text, and a caret with what was expected.
   *
   * @return three lines without a line feed at the end
   */
  @Override
  public String toString() {
    int from = Math.max(0, position - SHOWN);
    int to = Math.min(text.length(), position + SHOWN);
    String before = (from > 0 ? CUT : "") + visible(text.substring(from, position));
    String after = visible(text.substring(position, to)) + (to < text.length() ? CUT : "");
    return clause
        + ("\n  " + before + after).stripTrailing()
        + "\n  "
        + " ".repeat(before.length())
        + "^ expected "
        + expected
        + correction.map(example -> ", as in " + example).orElse("");
  }

  /** Replaces what would move the caret line or the terminal by one question mark each. */
  private static String visible(String part) {
    var shown = new StringBuilder(part.length());
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      shown.append(c < ' ' || (c >= 0x7f && c < 0xa0) || Character.isSurrogate(c) ? '?' : c);
    }
    return shown.toString();
  }
}
