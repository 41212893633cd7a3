package org.xpcom4j.contract.suite.torture;

import java.time.Duration;

/**
 * How long to wait. An endpoint that does what it should never makes anybody wait.
 *
 * @param patience for one thing that the endpoint has to do
 * @param failFast for an endpoint to notice, before a message is complete, that it is no UTF-8
 * @param budget for a whole case
 */
public record Timing(Duration patience, Duration failFast, Duration budget) {
  private static final int CASE_FACTOR = 6;
  private static final int ABANDON_FACTOR = 3;
  private static final Duration FAIL_FAST = Duration.ofSeconds(1);

  /** For a tool that people wait for. */
  public static final Timing USUAL = of(Duration.ofSeconds(10));

  /**
   * Derives all times from one.
   *
   * @param patience for one thing that the endpoint has to do
   * @return a case may last six times that
   */
  public static Timing of(Duration patience) {
    Duration failFast = patience.compareTo(FAIL_FAST) < 0 ? patience : FAIL_FAST;
    return new Timing(patience, failFast, patience.multipliedBy(CASE_FACTOR));
  }

  /** How long an endpoint may wait for a peer that does not do its part. */
  Duration abandon() {
    return patience.multipliedBy(ABANDON_FACTOR);
  }
}
