package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.util.List;
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
    List<String> offers = offers(torture.opening());
    Optional<Head> answer =
        torture.opening() instanceof Opening.OddRequest odd
            ? server.exchange(odd.request().apply(server), odd.chunks())
            : server.exchange(server.request(offers.toArray(String[]::new)));
    Optional<String> fault =
        answer.isEmpty() ? Optional.of("the server does not answer") : server.faultOf(answer.get());
    if (fault.isPresent()) {
      outcome.failed("the handshake fails: " + fault.get());
      return;
    }
    requireNoProtocol(answer.orElseThrow());
    String extensions = String.join(", ", answer.orElseThrow().all(EXTENSIONS));
    Deflate deflate =
        torture.opening() instanceof Opening.WrongOffer
            ? declined(extensions)
            : agreed(extensions, offers);
    if (!outcome.isOver()) {
      try (Wire wire = server.open(deflate)) {
        new Player(wire, timing, outcome).play(torture.steps());
      }
    }
  }

  private static List<String> offers(Opening opening) {
    if (opening instanceof Opening.Compressed compressed) {
      return compressed.offers();
    }
    return opening instanceof Opening.WrongOffer wrong ? List.of(wrong.offer()) : List.of();
  }

  /** No request of ours asks for a subprotocol that a server could choose. */
  private void requireNoProtocol(Head answer) {
    List<String> protocols = answer.all("Sec-WebSocket-Protocol");
    if (!protocols.isEmpty()) {
      outcome.failed("the server chose a subprotocol that was not asked for: " + protocols);
    }
  }

  private @Nullable Deflate declined(String extensions) {
    if (!extensions.isEmpty()) {
      outcome.failed("the server accepts a wrong offer: " + extensions);
    }
    return null;
  }

  private @Nullable Deflate agreed(String extensions, List<String> offers) {
    if (extensions.isEmpty()) {
      if (!offers.isEmpty()) {
        outcome.unimplemented("the server declines " + String.join(" | ", offers));
      }
      return null;
    }
    if (offers.isEmpty()) {
      outcome.failed("the server chose an extension that was not offered: " + extensions);
      return null;
    }
    try {
      return DeflateAnswer.parse(extensions, offers);
    } catch (IllegalArgumentException e) {
      outcome.failed(
          "the server's answer to " + String.join(" | ", offers) + " is wrong: " + e.getMessage());
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
