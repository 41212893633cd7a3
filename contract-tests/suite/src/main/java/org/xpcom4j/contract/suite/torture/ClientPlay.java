package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Head;
import org.xpcom4j.contract.kit.websocket.OutgoingConnection;
import org.xpcom4j.contract.kit.websocket.Wire;

/** Plays one case to a server that we have connected to. */
final class ClientPlay {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}).*");
  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  private final OutgoingConnection server;
  private final Timing timing;
  private final Outcome outcome = new Outcome();

  ClientPlay(OutgoingConnection server, Timing timing) {
    this.server = server;
    this.timing = timing;
  }

  CaseResult play(TortureCase torture) throws InterruptedException {
    return Recording.of(torture, server.log(), outcome, () -> open(torture));
  }

  private void open(TortureCase torture) throws IOException, InterruptedException {
    if (torture.opening() instanceof Opening.BadRequest bad) {
      mustRefuse(bad);
      return;
    }
    String offer =
        torture.opening() instanceof Opening.Compressed compressed ? compressed.offer() : "";
    Optional<Head> answer = server.exchange(server.request(offer));
    Optional<String> fault =
        answer.isEmpty() ? Optional.of("the server does not answer") : server.faultOf(answer.get());
    if (fault.isPresent()) {
      outcome.failed("the handshake fails: " + fault.get());
      return;
    }
    Deflate deflate = agreed(String.join(", ", answer.orElseThrow().all(EXTENSIONS)), offer);
    if (!outcome.isOver()) {
      try (Wire wire = server.open(deflate)) {
        new Player(wire, timing, outcome).play(torture.steps());
      }
    }
  }

  private @Nullable Deflate agreed(String extensions, String offer) {
    if (extensions.isEmpty()) {
      if (!offer.isEmpty()) {
        outcome.unimplemented("the server declines " + offer);
      }
      return null;
    }
    if (offer.isEmpty()) {
      outcome.failed("the server chose an extension that was not offered: " + extensions);
      return null;
    }
    try {
      return DeflateAnswer.parse(extensions);
    } catch (IllegalArgumentException e) {
      outcome.failed("the server's answer to " + offer + " is wrong: " + e.getMessage());
      return null;
    }
  }

  private void mustRefuse(Opening.BadRequest bad) throws IOException {
    Optional<Head> answer = server.exchange(bad.request().apply(server));
    if (answer.isEmpty()) {
      outcome.nonStrict("the server ended the connection without an answer");
      return;
    }
    Matcher status = STATUS.matcher(answer.get().firstLine());
    int code = status.matches() ? Integer.parseInt(status.group(1)) : 0;
    if (code < 300) {
      outcome.failed("expected a refusal; there was " + answer.get().firstLine());
    } else if (!bad.statuses().contains(code)) {
      outcome.nonStrict("expected status " + bad.statuses() + "; there was " + code);
    }
  }
}
