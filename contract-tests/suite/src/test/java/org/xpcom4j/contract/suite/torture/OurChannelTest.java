package org.xpcom4j.contract.suite.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.contract.suite.torture.report.ReportFolder;

@DisplayName("Our WebSocket channel under torture")
@Timeout(900)
class OurChannelTest {
  private static final Timing GENEROUS =
      new Timing(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(3));
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void nothingFails() throws IOException, InterruptedException {
    TortureRun run;
    try (TortureServer server = TortureServer.start(0, Catalogue.all(), GENEROUS, result -> {})) {
      assertTrue(EchoHost.comeForAll(server, LIMIT), "the host hangs");
      server.awaitEnd(LIMIT);
      run = server.run();
    }
    ReportFolder.write(run, Path.of("target", "torture"));

    assertEquals(List.of(), with(run, Verdict.FAILED));
    assertEquals(List.of(), run.missed());
    assertEquals(
        List.of(), with(run, Verdict.NON_STRICT).stream().filter(OurChannelTest::isNew).toList());
  }

  /** What a violation in the same write overtakes is not echoed any more; everything else is strict. */
  private static boolean isNew(String line) {
    return !line.startsWith("\nfragmentation.order.continuation-in-the-same-write: ");
  }

  private static List<String> with(TortureRun run, Verdict verdict) {
    return run.results().stream()
        .filter(result -> result.verdict() == verdict)
        .map(result -> "\n" + result.played().id() + ": " + result.findings())
        .toList();
  }
}
