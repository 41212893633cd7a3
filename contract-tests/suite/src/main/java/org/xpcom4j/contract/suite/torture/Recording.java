package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.time.Duration;
import org.xpcom4j.contract.kit.websocket.WireLog;

/** Makes a result of what happened, whatever happened. */
final class Recording {
  private Recording() {}

  /** What is recorded. */
  interface Play {
    void run() throws IOException, InterruptedException;
  }

  static CaseResult of(TortureCase torture, WireLog log, Outcome outcome, Play play)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      play.run();
    } catch (IOException e) {
      outcome.failed("the connection broke: " + e.getMessage());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new CaseResult(
        torture, outcome.verdict(torture.level()), outcome.findings(), took, log.entries());
  }
}
