package org.xpcom4j.contract.host.demo;

/**
 * A claim about one step, and what was seen.
 *
 * @param claim what the two values are about
 * @param expected what it should be
 * @param seen what it was
 */
public record Expectation(String claim, String expected, String seen) {
  /**
   * Tells whether the claim holds.
   *
   * @return whether what was seen is what was expected
   */
  public boolean isMet() {
    return expected.equals(seen);
  }

  /**
   * Says what was not as it should be.
   *
   * @return one line
   */
  public String difference() {
    return claim + ": expected " + expected + ", was " + seen;
  }
}
