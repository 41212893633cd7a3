package org.xpcom4j.contract.suite.torture;

/** What came out of a case. */
public enum Verdict {
  /** As it should be. */
  OK("ok"),
  /** Allowed, though not as it is best, or a recommendation that is not kept. */
  NON_STRICT("non-strict"),
  /** A rule is broken. */
  FAILED("failed"),
  /** Noted, without judgement. */
  INFORMATIONAL("informational"),
  /** The endpoint does not have what the case is about, and said so. */
  UNIMPLEMENTED("unimplemented");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /**
   * Names the verdict in reports.
   *
   * @return a word for people and for JSON
   */
  public String word() {
    return word;
  }
}
