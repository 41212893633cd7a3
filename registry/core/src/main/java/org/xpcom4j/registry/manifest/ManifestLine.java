package org.xpcom4j.registry.manifest;

/**
 * A line and where it stands.
 *
 * @param file the manifest, for people
 * @param number the line, from 1
 * @param text the line without its end
 */
public record ManifestLine(String file, int number, String text) {

  /**
   * Says what is wrong with this line.
   *
   * @param position where, from 0 to the length of the line
   * @param clause what is wrong
   * @param note what follows the caret, for instance what was expected
   * @return the whole message
   */
  public ManifestProblem problem(int position, String clause, String note) {
    return new ManifestProblem(this, position, clause, note);
  }

  /** File and line, as compilers write them. */
  @Override
  public String toString() {
    return file + ":" + number;
  }
}
