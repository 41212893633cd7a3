package org.xpcom4j.contract.host.command;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;

/** What has come of a server under test so far, for whoever interrupts. Thread-safe. */
final class TortureNotes {
  private final URI server;
  private final List<TortureCase> cases;
  private final Instant started = Instant.now();
  private final List<CaseResult> results = new ArrayList<>();

  TortureNotes(URI server, List<TortureCase> cases) {
    this.server = server;
    this.cases = cases.stream().filter(torture -> torture.isFor(Side.SERVER)).toList();
  }

  synchronized void add(CaseResult result) {
    results.add(result);
  }

  synchronized TortureRun run() {
    List<TortureCase> missed = cases.subList(Math.min(results.size(), cases.size()), cases.size());
    return new TortureRun(
        server.toString(), started, Duration.between(started, Instant.now()), results, missed);
  }
}
