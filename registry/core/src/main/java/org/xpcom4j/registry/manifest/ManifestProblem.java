package org.xpcom4j.registry.manifest;

import java.util.Objects;
import org.xpcom4j.registry.contract.Excerpt;

/**
 * Why a line of a manifest is left out.
 *
 * @param line the line
 * @param position where in the line, from 0
 * @param clause what is wrong
 * @param note what follows the caret
 */
public record ManifestProblem(ManifestLine line, int position, String clause, String note) {

  /**
   * Checks that the position is in the line.
   *
   * @param line the line
   * @param position where in the line
   * @param clause what is wrong
   * @param note what follows the caret
   */
  public ManifestProblem {
    Objects.checkIndex(position, line.text().length() + 1);
  }

  /**
   * Returns the whole message.
   *
   * @return file, line, column and clause; the line; a caret with a note
   */
  @Override
  public String toString() {
    return line
        + ":"
        + (position + 1)
        + ": "
        + clause
        + "\n"
        + Excerpt.of(line.text(), position, note);
  }
}
