package org.xpcom4j.contract.suite.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that one endpoint was put through.
 *
 * @param subject who it was, as far as it is known
 * @param started when
 * @param took how long
 * @param results the cases that were played, in the order of the catalogue
 * @param missed the cases that were chosen and not played, because the endpoint was not there any more
 */
public record TortureRun(
    String subject,
    Instant started,
    Duration took,
    List<CaseResult> results,
    List<TortureCase> missed) {
  /**
   * Copies the lists.
   *
   * @param subject who it was, as far as it is known
   * @param started when
   * @param took how long
   * @param results the cases that were played, in the order of the catalogue
   * @param missed the cases that were chosen and not played
   */
  public TortureRun {
    results = List.copyOf(results);
    missed = List.copyOf(missed);
  }

  /**
   * Counts cases.
   *
   * @param verdict one verdict
   * @return how many cases ended with it
   */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /**
   * Tells whether the endpoint has passed.
   *
   * @return whether every case was played and none failed
   */
  public boolean isPassed() {
    return missed.isEmpty() && count(Verdict.FAILED) == 0;
  }
}
