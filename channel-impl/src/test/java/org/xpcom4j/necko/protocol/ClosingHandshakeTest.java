package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.xpcom4j.necko.protocol.ClosingHandshake.Clean;
import org.xpcom4j.necko.protocol.ClosingHandshake.CloseReceived;
import org.xpcom4j.necko.protocol.ClosingHandshake.CloseSent;
import org.xpcom4j.necko.protocol.ClosingHandshake.Closing;
import org.xpcom4j.necko.protocol.ClosingHandshake.Lost;
import org.xpcom4j.necko.protocol.ClosingHandshake.TimedOut;

@DisplayName("the closing handshake")
class ClosingHandshakeTest {
  private static final ClosingHandshake OPEN = ClosingHandshake.open();
  private static final CloseStatus OURS = new CloseStatus(1000, "ours");
  private static final CloseStatus THEIRS = new CloseStatus(1001, "theirs");
  private static final CloseStatus ECHO = new CloseStatus(1001, "");
  private static final CloseStatus LATER = new CloseStatus(3000, "later");

  @Nested
  class IsClean {
    @Test
    void whenOursWasAnswered() {
      assertEquals(new Clean(OURS, THEIRS), OPEN.asked(OURS).sent().received(THEIRS));
    }

    @Test
    void whenTheirsWasAnsweredWithItsCodeAndNoReason() {
      assertEquals(new CloseReceived(ECHO, THEIRS), OPEN.received(THEIRS));
      assertEquals(new Clean(ECHO, THEIRS), OPEN.received(THEIRS).sent());
    }

    @Test
    void withoutACodeWhenTheirsHadNone() {
      assertEquals(CloseStatus.NONE, OPEN.received(CloseStatus.NONE).ours());
    }

    @Test
    void whenTheTwoCrossed() {
      assertEquals(new Clean(OURS, THEIRS), OPEN.asked(OURS).received(THEIRS).sent());
    }
  }

  @Nested
  class Fails {
    @Test
    void whenThePeerDoesNotAnswerInTime() {
      assertEquals(new TimedOut(OURS, null, true), OPEN.asked(OURS).sent().timedOut());
    }

    @Test
    void whenThePeerDoesNotTakeOursInTime() {
      assertEquals(new TimedOut(OURS, null, false), OPEN.asked(OURS).timedOut());
      assertEquals(new TimedOut(ECHO, THEIRS, false), OPEN.received(THEIRS).timedOut());
    }

    @Test
    void whenTheStreamEndsTooEarly() {
      assertEquals(new Lost(null, null), OPEN.lost());
      assertEquals(new Lost(OURS, null), OPEN.asked(OURS).lost());
      assertEquals(new Lost(OURS, null), OPEN.asked(OURS).sent().lost());
      assertEquals(new Lost(ECHO, THEIRS), OPEN.received(THEIRS).lost());
    }
  }

  @Test
  void keepsTheFirstStatusOfEachSide() {
    assertEquals(new Closing(OURS), OPEN.asked(OURS).asked(LATER));
    assertEquals(new CloseSent(OURS), OPEN.asked(OURS).sent().asked(LATER));
    assertEquals(
        new CloseReceived(ECHO, THEIRS), OPEN.received(THEIRS).asked(LATER).received(LATER));
  }

  @Test
  void sendsNoCloseFrameThatNobodyAskedFor() {
    assertThrows(IllegalStateException.class, OPEN::sent);
  }

  @Nested
  class InEveryOrder {
    private static final int MOST_EVENTS = 6;

    private enum Event {
      ASKED,
      SENT,
      RECEIVED,
      TIMED_OUT,
      LOST
    }

    @Test
    void comesToWhatTheEventsSay() {
      List<Event> events = new ArrayList<>();
      int orders = goOn(OPEN, events);
      int all = 0;
      for (int length = 0, orderings = 1; length <= MOST_EVENTS; length++) {
        all += orderings;
        orderings *= Event.values().length;
      }
      int withoutCloseToSend = all - orders; // begun with SENT before there is something to send
      assertEquals(ordersThatSendTooEarly(), withoutCloseToSend);
    }

    private int goOn(ClosingHandshake state, List<Event> events) {
      assertEquals(said(events), said(state), events::toString);
      int orders = 1;
      for (Event event : events.size() < MOST_EVENTS ? Event.values() : new Event[0]) {
        if (event == Event.SENT && state.ours() == null && !state.isOver()) {
          assertThrows(IllegalStateException.class, state::sent);
          continue;
        }
        events.add(event);
        orders += goOn(next(state, event, events.size()), events);
        events.remove(events.size() - 1);
      }
      return orders;
    }

    /** How many orders begin with time-outs that mean nothing, and then send what is not there. */
    private int ordersThatSendTooEarly() {
      int orders = 0;
      for (int timeOuts = 0; timeOuts < MOST_EVENTS; timeOuts++) {
        for (int rest = 0, orderings = 1; rest < MOST_EVENTS - timeOuts; rest++) {
          orders += orderings;
          orderings *= Event.values().length;
        }
      }
      return orders;
    }

    private ClosingHandshake next(ClosingHandshake state, Event event, int number) {
      return switch (event) {
        case ASKED -> state.asked(status(number));
        case SENT -> state.sent();
        case RECEIVED -> state.received(status(number));
        case TIMED_OUT -> state.timedOut();
        case LOST -> state.lost();
      };
    }

    /** Each event has a code of its own. */
    private CloseStatus status(int number) {
      return new CloseStatus(3000 + number, "event " + number);
    }

    private String said(ClosingHandshake state) {
      String kind = state.getClass().getSimpleName();
      return kind
          + (state instanceof TimedOut late ? (late.isSent() ? " waiting" : " sending") : "")
          + " ours "
          + state.ours()
          + " theirs "
          + state.theirs()
          + (state.isPeerHeard() ? " heard" : "")
          + (state.isTimed() ? " timed" : "");
    }

    /** The same from the events alone: where the end is, and what came before it. */
    private String said(List<Event> all) {
      int end = 0;
      String how = "";
      while (end < all.size() && how.isEmpty()) {
        how = howItEnds(all.subList(0, ++end));
      }
      List<Event> events = all.subList(0, end);
      int asked = 1 + events.indexOf(Event.ASKED);
      int received = 1 + events.indexOf(Event.RECEIVED);
      boolean isEcho = received > 0 && (asked == 0 || received < asked);
      String ours =
          isEcho
              ? new CloseStatus(3000 + received, "").toString()
              : asked > 0 ? status(asked).toString() : "null";
      return (how.isEmpty() ? going(events) : how)
          + " ours "
          + ours
          + " theirs "
          + (received > 0 ? status(received) : "null")
          + (how.isEmpty() && received == 0 ? " heard" : "")
          + (how.isEmpty() && asked + received > 0 ? " timed" : "");
    }

    private String howItEnds(List<Event> events) {
      boolean isSettled = events.contains(Event.ASKED) || events.contains(Event.RECEIVED);
      if (events.contains(Event.SENT) && events.contains(Event.RECEIVED)) {
        return "Clean";
      }
      return switch (events.get(events.size() - 1)) {
        case LOST -> "Lost";
        case TIMED_OUT ->
            !isSettled ? "" : events.contains(Event.SENT) ? "TimedOut waiting" : "TimedOut sending";
        default -> "";
      };
    }

    private String going(List<Event> events) {
      if (events.contains(Event.RECEIVED)) {
        return "CloseReceived";
      }
      if (events.contains(Event.SENT)) {
        return "CloseSent";
      }
      return events.contains(Event.ASKED) ? "Closing" : "Open";
    }
  }
}
