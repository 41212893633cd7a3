package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.FrameWriter;
import org.xpcom4j.contract.kit.websocket.IncomingConnection;
import org.xpcom4j.contract.kit.websocket.LengthForm;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Wire;
import org.xpcom4j.contract.kit.websocket.WireLog;

/** Plays one case to a client that has connected. */
final class ServerPlay {
  private static final String SWITCHING = "HTTP/1.1 101";
  private static final String PROBE = "is this open?";

  private final IncomingConnection client;
  private final Timing timing;
  private final Outcome outcome = new Outcome();

  ServerPlay(IncomingConnection client, Timing timing) {
    this.client = client;
    this.timing = timing;
  }

  CaseResult play(TortureCase torture) throws InterruptedException {
    return Recording.of(torture, client.log(), outcome, () -> open(torture));
  }

  private void open(TortureCase torture) throws IOException, InterruptedException {
    Opening opening = torture.opening();
    if (opening instanceof Opening.BadAnswer bad) {
      mustNotOpen(bad);
      return;
    }
    try (Wire wire = accept(opening)) {
      Player player = new Player(wire, timing, outcome);
      if (opening instanceof Opening.Compressed compressed) {
        unasked(compressed.answer()).ifPresent(player::mayLeave);
      }
      player.play(torture.steps());
    }
  }

  private Wire accept(Opening opening) throws IOException {
    if (opening instanceof Opening.Compressed compressed) {
      return compressed(compressed.answer());
    }
    if (opening instanceof Opening.Glued glued) {
      return client.acceptWith(encode(glued.frames()));
    }
    if (opening instanceof Opening.OddAnswer odd) {
      return client.answer(odd.answer().apply(client), odd.chunks());
    }
    return client.accept();
  }

  private Wire compressed(Deflate answer) throws IOException {
    if (!client.offersDeflate()) {
      outcome.unimplemented("the client does not offer permessage-deflate");
      return client.accept();
    }
    if (answer.clientMaxWindowBits() < 15 && !client.offersDeflate("client_max_window_bits")) {
      outcome.unimplemented("the client does not offer client_max_window_bits");
      return client.accept();
    }
    return client.accept(answer);
  }

  /** A server may ask for these, unasked, and a client that does not have them may leave (RFC 7692, section 7.1). */
  private Optional<String> unasked(Deflate answer) {
    Map<String, Boolean> chosen = new LinkedHashMap<>();
    chosen.put("server_no_context_takeover", answer.serverNoContextTakeover());
    chosen.put("client_no_context_takeover", answer.clientNoContextTakeover());
    chosen.put("server_max_window_bits", answer.serverMaxWindowBits() < 15);
    return chosen.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(name -> !client.offersDeflate(name))
        .findFirst()
        .map(name -> "the client does not take " + name + ", which it did not offer");
  }

  private static Octets encode(List<Frame> frames) {
    return Octets.join(
        frames.stream()
            .map(frame -> FrameWriter.unmasked(frame, LengthForm.SHORTEST))
            .toArray(Octets[]::new));
  }

  /** A client that takes the answer for a WebSocket echoes what comes behind it. */
  private void mustNotOpen(Opening.BadAnswer bad) throws IOException, InterruptedException {
    String answer = bad.answer().apply(client);
    try (Wire wire = client.answer(answer)) {
      try {
        wire.send(Frame.text(PROBE));
      } catch (IOException e) {
        wire.log().add(WireLog.Origin.NOTE, "the client has left");
      }
      PeerEvent event = wire.next(timing.patience());
      if (event instanceof PeerEvent.Close) {
        outcome.nonStrict("the client sent a frame, though nothing was opened: " + event);
      } else if (event instanceof PeerEvent.Silence && !answer.startsWith(SWITCHING)) {
        outcome.nonStrict("the client neither goes on nor ends the connection");
      } else if (!(event instanceof PeerEvent.End)) {
        outcome.failed("the client must end the connection; there was " + event);
      }
    }
  }
}
