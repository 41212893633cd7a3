package org.xpcom4j.contract.suite.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hostile client, against servers that break one rule each,")
@Timeout(600)
class HostileClientTest {
  private static final Timing GENEROUS =
      new Timing(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));
  private static final Timing SHORT =
      new Timing(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(60));
  private static final Timing SOON =
      new Timing(Duration.ofSeconds(60), Duration.ofMillis(300), Duration.ofMinutes(5));

  @Test
  void findsNothingAgainstOneThatKeepsAll() throws Exception {
    TortureRun run = play("*", GENEROUS, Set.of());

    assertEquals(Set.of(), with(run, Verdict.FAILED));
    assertEquals(Set.of(), with(run, Verdict.NON_STRICT));
    assertEquals(Set.of(), with(run, Verdict.UNIMPLEMENTED));
    assertEquals(List.of(), run.missed());
  }

  @ParameterizedTest(name = "{0} fails {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "ACCEPTS_ANY_TEXT ; utf8.valid.*,utf8.invalid.*,utf8.unfinished.*,framing.text.* ; utf8.(invalid|unfinished).*",
        "ACCEPTS_RESERVED_BITS ; reserved.bits.*.text,reserved.bits.*.ping,reserved.bits.*.after-message,ping.* ; reserved.*",
        "PASSES_OVER_RESERVED_OPCODES ; reserved.opcode.*.after-message,ping.* ; reserved.*",
        "ACCEPTS_WRONG_MASKING ; framing.text.*,framing.mask.missing ; framing.mask.*",
        "ANSWERS_PONGS ; ping.* ; ping.unasked-pong.*",
        "TURNS_TEXT_INTO_BINARY ; framing.text.*,framing.binary.* ; framing.text.*",
        "CUTS_MESSAGES ; framing.text.*,framing.binary.*,ping.payload.* ; framing.(text|binary).12[56].*",
        "SENDS_WRONG_MASKING ; framing.text.*,utf8.invalid.* ; (framing|utf8).*",
        "TAKES_ANY_REQUEST ; handshake.* ; handshake.request.(connection-wrong|key-missing|method-post|upgrade-missing|version-12|version-missing)",
        "ANSWERS_WITH_WRONG_ACCEPT ; framing.text.* ; framing.text.*",
        "CHOOSES_EXTENSIONS_UNASKED ; framing.text.* ; framing.text.*",
        "READS_ON_AFTER_CLOSE ; close.after.text,close.after.ping,close.after.garbage ; close.after.(text|ping|garbage)",
      })
  void findsExactlyWhatIsBroken(Fault fault, String chosen, String failing) throws Exception {
    TortureRun run = play(chosen, GENEROUS, EnumSet.of(fault));

    Pattern expected = Pattern.compile(failing.replace(".*", "(\\..*)?"));
    assertEquals(
        run.results().stream()
            .map(result -> result.played().id())
            .filter(expected.asMatchPredicate())
            .collect(Collectors.toCollection(TreeSet::new)),
        with(run, Verdict.FAILED));
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
  void findsThatAServerLeavesTheEndOfTheStreamToTheClient() throws Exception {
    TortureRun run =
        play("close.code.1000", SHORT, EnumSet.of(Fault.LEAVES_CLOSED_CONNECTIONS_OPEN));

    assertEquals(Set.of("close.code.1000"), with(run, Verdict.NON_STRICT));
  }

  @Test
  void findsThatAServerGivesMoreThanWasAskedFor() throws Exception {
    TortureRun run = play("compression.offer.*", GENEROUS, EnumSet.of(Fault.ACCEPTS_ANY_OFFER));

    Set<String> expected = new TreeSet<>();
    for (TortureCase torture : CaseSelection.of("compression.offer.*")) {
      String id = torture.id();
      if (id.contains(".wrong.")
          || id.matches(".*(server-window-([89]|1[0-4])|server-fresh|everything|spaces)")) {
        expected.add(id);
      }
    }
    assertEquals(expected, with(run, Verdict.FAILED));
  }

  private static TortureRun play(String patterns, Timing timing, Set<Fault> faults)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    try (BrokenServer server = BrokenServer.start(faults)) {
      return new TortureClient(server.address(), SSLContext.getDefault(), timing)
          .run(CaseSelection.of(patterns), result -> {});
    }
  }

  private static Set<String> with(TortureRun run, Verdict verdict) {
    return run.results().stream()
        .filter(result -> result.verdict() == verdict)
        .map(result -> result.played().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
