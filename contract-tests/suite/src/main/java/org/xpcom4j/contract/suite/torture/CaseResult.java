package org.xpcom4j.contract.suite.torture;

import java.time.Duration;
import java.util.List;
import org.xpcom4j.contract.kit.websocket.WireLog;

/**
 * How an endpoint did in one case.
 *
 * @param played the case
 * @param verdict the verdict
 * @param findings why, in sentences; empty when all was as it should be
 * @param took how long it lasted
 * @param evidence what went over the wire
 */
public record CaseResult(
    TortureCase played,
    Verdict verdict,
    List<String> findings,
    Duration took,
    List<WireLog.Entry> evidence) {
  /**
   * Copies the lists.
   *
   * @param played the case
   * @param verdict the verdict
   * @param findings why, in sentences; empty when all was as it should be
   * @param took how long it lasted
   * @param evidence what went over the wire
   */
  public CaseResult {
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
  }
}
