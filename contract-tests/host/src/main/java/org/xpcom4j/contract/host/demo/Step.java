package org.xpcom4j.contract.host.demo;

import java.util.List;

/**
 * One thing that the demonstration did: what there was to see, and what it should have been.
 *
 * @param title a word or two
 * @param lines what a reader is shown
 * @param expectations what was checked
 */
public record Step(String title, List<Line> lines, List<Expectation> expectations) {
  /**
   * One line of a transcript.
   *
   * @param label what it tells, or who speaks
   * @param text what there is to tell
   */
  public record Line(String label, String text) {}

  /**
   * Copies the lists.
   *
   * @param title a word or two
   * @param lines what a reader is shown
   * @param expectations what was checked
   */
  public Step {
    lines = List.copyOf(lines);
    expectations = List.copyOf(expectations);
  }

  /**
   * Returns what was not as it should be.
   *
   * @return the expectations that were not met; empty when all is well
   */
  public List<Expectation> unmet() {
    return expectations.stream().filter(expectation -> !expectation.isMet()).toList();
  }
}
