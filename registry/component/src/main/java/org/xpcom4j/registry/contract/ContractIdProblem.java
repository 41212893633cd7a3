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
    return clause
        + "\n"
        + Excerpt.of(
            text,
            position,
            "expected " + expected + correction.map(example -> ", as in " + example).orElse(""));
  }
}
