package org.xpcom4j.necko.transport;

import java.time.Duration;

/** The one limit of all waiting in these tests: far more than anything takes, unless it hangs. */
final class Limits {
  static final Duration GENEROUS = Duration.ofSeconds(60);

  private Limits() {}
}
