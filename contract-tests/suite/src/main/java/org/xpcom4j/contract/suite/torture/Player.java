package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.kit.websocket.Wire;
import org.xpcom4j.contract.kit.websocket.WireLog;

/** Plays the steps of one case over one connection; one thread's own. */
final class Player {
  private static final int NO_CODE = 1005;

  private final Wire wire;
  private final Timing timing;
  private final Outcome outcome;
  private final Set<Octets> sentPayloads = new HashSet<>(); // of pings and pongs
  private @Nullable String leaving; // what it means that the endpoint leaves at once, if it may
  private boolean isOver; // the endpoint has failed the connection, early

  Player(Wire wire, Timing timing, Outcome outcome) {
    this.wire = wire;
    this.timing = timing;
    this.outcome = outcome;
  }

  /** The endpoint may end the connection before anything else; that means that it cannot do what was chosen. */
  void mayLeave(String meaning) {
    leaving = meaning;
  }

  void play(List<Step> steps) throws InterruptedException {
    for (Step step : steps) {
      if (outcome.isOver() || isOver) {
        return;
      }
      play(step);
    }
  }

  private void play(Step step) throws InterruptedException {
    if (step instanceof Step.Send send) {
      send(send.frames().apply(wire), send.chunks());
    } else if (step instanceof Step.SendBytes send) {
      sending(() -> wire.sendBytes(send.bytes().apply(wire), send.chunks(), send.description()));
    } else if (step instanceof Step.Expect expect) {
      expect(expect.due().get());
    } else if (step instanceof Step.ExpectFailure failure) {
      expectFailure(failure.codes(), failure.due(), timing.patience(), true);
    } else if (step instanceof Step.ExpectFailureSoon failure) {
      expectFailure(failure.codes(), List.of(), timing.failFast(), false);
    } else if (step instanceof Step.ExpectClose close) {
      expectClose(close);
    } else if (step instanceof Step.AwaitClose close) {
      awaitClose(close.codes());
    } else if (step instanceof Step.ExpectAbandon) {
      expectAbandon();
    } else if (step instanceof Step.Reset) {
      wire.reset();
      isOver = true;
    } else if (step instanceof Step.FinishSending) {
      sending(wire::finishSending);
    } else if (step instanceof Step.ExpectEnd) {
      expectEnd();
    } else if (step instanceof Step.RoundTrips trips) {
      roundTrips(trips);
    }
  }

  private interface Sending {
    void run() throws IOException;
  }

  private void send(List<Frame> frames, Chunks chunks) {
    for (Frame frame : frames) {
      if (frame.opcode() == Frame.PING || frame.opcode() == Frame.PONG) {
        sentPayloads.add(frame.payload());
      }
    }
    sending(() -> wire.send(frames, chunks));
  }

  /** An endpoint that has left takes nothing; whether it may have left, the next expectation says. */
  private void sending(Sending sending) {
    try {
      sending.run();
    } catch (IOException e) {
      wire.log().add(WireLog.Origin.NOTE, "sending failed: " + e.getMessage());
    }
  }

  private void expect(List<PeerEvent> due) throws InterruptedException {
    List<PeerEvent> missing = new ArrayList<>(due);
    while (!missing.isEmpty() && !outcome.isOver()) {
      PeerEvent event = next(timing.patience());
      if (takes(event, missing)) {
        leaving = null;
      } else if (leaving != null
          && (event instanceof PeerEvent.End || event instanceof PeerEvent.Close)) {
        outcome.unimplemented(leaving + ": " + event);
      } else {
        outcome.failed("expected " + missing.get(0) + "; there was " + event);
      }
    }
  }

  /** Takes an event off the list, if it is the next of its kind there. */
  private boolean takes(PeerEvent event, List<PeerEvent> missing) {
    List<PeerEvent> kind =
        missing.stream().filter(due -> due.getClass() == event.getClass()).toList();
    int index = kind.indexOf(event);
    if (index < 0 || (index > 0 && !(event instanceof PeerEvent.Pong))) {
      return false;
    }
    if (index > 0) {
      outcome.nonStrict("only the last of " + (index + 1) + " pings was answered");
    }
    kind.subList(0, index).forEach(missing::remove);
    missing.remove(event);
    return true;
  }

  private void roundTrips(Step.RoundTrips trips) throws InterruptedException {
    for (int i = 0; i < trips.count() && !outcome.isOver(); i++) {
      Frame frame = trips.message().apply(i);
      send(List.of(trips.isCompressed() ? Steps.compress(wire, frame) : frame), Chunks.WHOLE);
      expect(List.of(Steps.message(frame)));
    }
  }

  private void expectFailure(
      Set<Integer> codes, List<PeerEvent> due, Duration limit, boolean isLastChance)
      throws InterruptedException {
    List<PeerEvent> mayCome = new ArrayList<>(due);
    PeerEvent event = next(limit);
    while (takes(event, mayCome)) {
      event = next(limit);
    }
    if (event instanceof PeerEvent.Close close) {
      failedWith(close, codes);
    } else if (event instanceof PeerEvent.End) {
      isOver = true;
      outcome.nonStrict("the connection ended without a Close frame: " + event);
    } else if (event instanceof PeerEvent.Silence && !isLastChance) {
      outcome.nonStrict("not noticed before the message was complete");
    } else {
      outcome.failed("expected the end of the connection; there was " + event);
    }
    if (isOver && !mayCome.isEmpty()) {
      outcome.nonStrict("what came before the violation was not answered: " + mayCome.get(0));
    }
  }

  private void failedWith(PeerEvent.Close close, Set<Integer> codes) throws InterruptedException {
    isOver = true;
    if (close.code().isEmpty() || !codes.contains(close.code().getAsInt())) {
      outcome.nonStrict("expected close code " + codes + "; there was " + close);
    }
    finish();
  }

  private void expectClose(Step.ExpectClose step) throws InterruptedException {
    List<PeerEvent> mayCome = new ArrayList<>(step.mayCome());
    PeerEvent event = next(timing.patience());
    while (takes(event, mayCome)) {
      event = next(timing.patience());
    }
    OptionalInt code = step.code() == NO_CODE ? OptionalInt.empty() : OptionalInt.of(step.code());
    if (event instanceof PeerEvent.Close close) {
      if (!close.code().equals(code)) {
        outcome.nonStrict("the Close frame was answered with another code: " + close);
      }
      finish();
    } else if (event instanceof PeerEvent.End) {
      outcome.failed("the Close frame was not answered: " + event);
    } else {
      outcome.failed("expected the answer to our Close frame; there was " + event);
    }
  }

  private void awaitClose(Set<Integer> codes) throws InterruptedException {
    PeerEvent event = next(timing.patience());
    if (event instanceof PeerEvent.End) {
      isOver = true;
      outcome.nonStrict("the connection ended without a Close frame: " + event);
    } else if (!(event instanceof PeerEvent.Close close)) {
      outcome.failed("expected a Close frame; there was " + event);
    } else if (close.code().isEmpty() || !codes.contains(close.code().getAsInt())) {
      outcome.nonStrict("expected close code " + codes + "; there was " + close);
    }
  }

  private void expectAbandon() throws InterruptedException {
    PeerEvent event = next(timing.abandon());
    if (!(event instanceof PeerEvent.End)) {
      outcome.failed("expected the end of the connection, without our doing; there was " + event);
    }
  }

  private void expectEnd() throws InterruptedException {
    PeerEvent event = next(timing.patience());
    if (event instanceof PeerEvent.Close) {
      event = next(timing.patience()); // a farewell into an end is a matter of taste
    }
    if (!(event instanceof PeerEvent.End)) {
      outcome.failed("expected the end of the connection; there was " + event);
    }
  }

  /** Both Close frames are exchanged; the server ends the stream first (RFC 6455, section 7.1.1). */
  private void finish() throws InterruptedException {
    if (wire.side() == Side.SERVER) {
      sending(wire::finishSending);
    }
    PeerEvent event = wire.next(timing.patience());
    if (event instanceof PeerEvent.Violation) {
      outcome.failed("after its Close frame there was " + event);
    } else if (!(event instanceof PeerEvent.End)) {
      outcome.nonStrict("the connection is not ended after the Close frames; there was " + event);
    }
  }

  /** The next event but for pings, which are answered, and pongs that nobody asked for, which are allowed. */
  private PeerEvent next(Duration limit) throws InterruptedException {
    PeerEvent event = wire.next(limit);
    while (isByTheWay(event)) {
      event = wire.next(limit);
    }
    return event;
  }

  private boolean isByTheWay(PeerEvent event) {
    if (event instanceof PeerEvent.Ping ping) {
      sending(() -> wire.send(Frame.of(Frame.PONG, ping.payload())));
      return true;
    }
    return event instanceof PeerEvent.Pong pong && !sentPayloads.contains(pong.payload());
  }
}
