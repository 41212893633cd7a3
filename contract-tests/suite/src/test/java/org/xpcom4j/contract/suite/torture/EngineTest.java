package org.xpcom4j.contract.suite.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The torture engine, against clients that break one rule each,")
@Timeout(600)
class EngineTest {
  private static final Timing GENEROUS =
      new Timing(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));
  private static final Timing SHORT =
      new Timing(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(60));
  private static final Timing SOON =
      new Timing(Duration.ofSeconds(60), Duration.ofMillis(300), Duration.ofMinutes(5));

  private static final String MOST =
      "handshake.*,framing.*,ping.*,fragmentation.*,utf8.valid.*,utf8.fail-fast.*,close.*";

  @Test
  void findsNothingAgainstOneThatKeepsAll() throws Exception {
    TortureRun run = play(MOST, GENEROUS, Set.of());

    assertEquals(Set.of(), with(run, Verdict.FAILED));
    assertEquals(List.of(), run.missed());
  }

  @ParameterizedTest(name = "{0} fails {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "ACCEPTS_ANY_TEXT ; utf8.valid.*,utf8.invalid*,utf8.unfinished.*,framing.text.* ; utf8.(invalid|invalid-split|unfinished).*",
        "ACCEPTS_RESERVED_BITS ; reserved.bits.*.text,reserved.bits.*.ping,reserved.bits.*.after-message,ping.* ; reserved.*",
        "PASSES_OVER_RESERVED_OPCODES ; reserved.opcode.*.after-message,ping.* ; reserved.*",
        "ACCEPTS_WRONG_MASKING ; framing.text.*,framing.mask.from-server ; framing.mask.*",
        "ANSWERS_PONGS ; ping.* ; ping.unasked-pong.*",
        "TURNS_TEXT_INTO_BINARY ; framing.text.*,framing.binary.* ; framing.text.*",
        "CUTS_MESSAGES ; framing.text.*,framing.binary.*,ping.payload.* ; framing.(text|binary).12[56].*",
        "SENDS_WRONG_MASKING ; framing.text.*,utf8.invalid.* ; (framing|utf8).*",
        "TAKES_ANY_ANSWER ; handshake.* ; handshake.answer.(.+-(missing|wrong|unasked|200|404|other-case)|not-http)",
        "READS_ON_AFTER_CLOSE ; close.after.*,close.code.* ; close.after.(text|continuation|ping|garbage)",
      })
  void findsExactlyWhatIsBroken(Fault fault, String chosen, String failing) throws Exception {
    TortureRun run = play(chosen, GENEROUS, EnumSet.of(fault));

    Predicate<String> expected =
        Pattern.compile(failing.replace(".*", "(\\..*)?")).asMatchPredicate();
    assertEquals(ids(run, expected), with(run, Verdict.FAILED));
  }

  private static Set<String> ids(TortureRun run, Predicate<String> chosen) {
    return run.results().stream()
        .map(result -> result.played().id())
        .filter(chosen)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "{0} fails {1}")
  @CsvSource({
    "ANSWERS_NO_PING, ping.payload.text",
    "ANSWERS_NO_CLOSE, close.payload.reason",
    "LEAVES_FAILED_CONNECTIONS_OPEN, reserved.opcode.3.empty",
    "ACCEPTS_LONG_CONTROL_FRAMES, ping.refused.pong-126",
    "ACCEPTS_CONTROL_FRAGMENTS, fragmentation.control.pong",
    "ACCEPTS_FRAGMENTS_IN_ANY_ORDER, fragmentation.order.lone-continuation.final",
    "ACCEPTS_ANY_CLOSE_CODE, close.code.1005",
    "ANSWERS_PINGS_WITH_OTHER_PAYLOAD, ping.payload.text"
  })
  void findsWhatIsMissing(Fault fault, String id) throws Exception {
    assertEquals(Set.of(id), with(play(id, SHORT, EnumSet.of(fault)), Verdict.FAILED));
  }

  @ParameterizedTest(name = "{0} makes {1} non-strict")
  @CsvSource({
    "ACCEPTS_LONG_LENGTH_FORMS, framing.length.5-in-16-bits",
    "ACCEPTS_HALF_CLOSE_CODE, close.payload.1-octet",
    "ACCEPTS_ANY_TEXT, close.payload.reason-not-utf8",
    "CLOSES_WITHOUT_CLOSE_FRAME, reserved.opcode.3.empty",
    "CHECKS_TEXT_WHEN_COMPLETE, utf8.fail-fast.ff.in-message"
  })
  void tellsWhatIsNotBestFromWhatIsWrong(Fault fault, String id) throws Exception {
    assertEquals(Set.of(id), with(play(id, SOON, EnumSet.of(fault)), Verdict.NON_STRICT));
  }

  @Test
  void findsThatAClientWaitsForEverForTheEndOfTheStream() throws Exception {
    String id = "close.unanswered.server-never-ends";

    assertEquals(
        Set.of(id), with(play(id, SHORT, EnumSet.of(Fault.WAITS_FOR_EVER)), Verdict.NON_STRICT));
  }

  @Test
  void saysWhyACaseFailedAndShowsTheWire() throws Exception {
    TortureRun run = play("utf8.invalid.ff", GENEROUS, EnumSet.of(Fault.ACCEPTS_ANY_TEXT));

    CaseResult result = run.results().get(0);
    assertEquals(
        List.of(
            "expected the end of the connection; there was broken rule of RFC 6455, section 8.1:"
                + " a text message that is no UTF-8: 1 octet: ff"),
        result.findings());
    assertTrue(
        result.evidence().stream().anyMatch(entry -> entry.text().equals("text, 1 octet: ff")));
  }

  private static TortureRun play(String patterns, Timing timing, Set<Fault> faults)
      throws IOException, InterruptedException {
    try (TortureServer server =
        TortureServer.start(0, CaseSelection.of(patterns), timing, result -> {})) {
      BrokenClient.comeForAll(server, faults);
      server.awaitEnd(timing.budget());
      return server.run();
    }
  }

  private static Set<String> with(TortureRun run, Verdict verdict) {
    return run.results().stream()
        .filter(result -> result.verdict() == verdict)
        .map(result -> result.played().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
