package org.xpcom4j.contract.suite.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.xpcom4j.contract.suite.torture.report.ReportFolder;

/** Not in the usual build: others decide what their endpoints do, and patience costs time where they fail. */
@DisplayName("The torture engine, against endpoints by others,")
@EnabledIfSystemProperty(named = "xpcom4j.peers", matches = "true")
@Timeout(900)
class PeersTest {
  private static final Timing TIMING =
      new Timing(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** Seen in its verdicts: it looks neither at masks nor at answers to what it did not ask for. */
  private static final Set<String> FAILED_BY_JAVA_WEBSOCKET =
      Set.of(
          "handshake.answer.protocol-unasked",
          "handshake.answer.extension-unasked",
          "framing.mask.from-server",
          "framing.mask.from-server.empty");

  @Test
  void findsWhatJavaWebSocketDoesNotCheck() throws IOException, InterruptedException {
    TortureRun run;
    try (TortureServer server =
        TortureServer.start(
            0,
            CaseSelection.of("handshake.*,framing.*,ping.*,utf8.valid.*"),
            TIMING,
            result -> {})) {
      JavaWebSocketClient.comeForAll(server);
      server.awaitEnd(TIMING.budget());
      run = server.run();
    }
    ReportFolder.write(run, Path.of("target", "torture-java-websocket"));

    Set<String> failed =
        run.results().stream()
            .filter(result -> result.verdict() == Verdict.FAILED)
            .map(result -> result.played().id())
            .collect(Collectors.toSet());
    assertTrue(failed.containsAll(FAILED_BY_JAVA_WEBSOCKET), failed::toString);
    assertEquals(0, run.missed().size());
  }
}
