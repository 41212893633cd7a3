package org.xpcom4j.necko.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.necko.protocol.LeakWatch;

@DisplayName("reading from the socket")
class ReadGateTest {
  static {
    LeakWatch.begin();
  }

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ReadGate gate = new ReadGate(channel, 1000);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private boolean isReading() {
    channel.runPendingTasks();
    return channel.config().isAutoRead();
  }

  @Test
  void goesOnWhileLittleIsUnconsumed() {
    gate.delivering(400);
    gate.delivering(400);
    assertTrue(isReading());
  }

  @Test
  void stopsAboveTheLimitAndGoesOnAtHalfOfIt() {
    gate.delivering(400);
    gate.delivering(400);
    gate.delivering(400);
    assertFalse(isReading());
    gate.consumed(400);
    assertFalse(isReading());
    gate.consumed(400);
    assertTrue(isReading());
  }

  @Test
  void stopsForManyEmptyMessagesToo() {
    for (int i = 0; i < 20; i++) {
      gate.delivering(0);
    }
    assertFalse(isReading());
  }

  @Test
  void stopsForOneMessageOverTheLimitUntilItIsConsumed() {
    gate.delivering(5000);
    assertFalse(isReading());
    gate.consumed(5000);
    assertTrue(isReading());
  }

  @Test
  void stopsWhileThePeerDoesNotTakeItsPongs() {
    gate.pongsWaiting(65);
    assertFalse(isReading());
    gate.pongsWaiting(64);
    assertTrue(isReading());
  }

  @Test
  void needsBothReasonsGone() {
    gate.pongsWaiting(65);
    gate.delivering(5000);
    gate.consumed(5000);
    assertFalse(isReading());
    gate.pongsWaiting(0);
    assertTrue(isReading());
  }

  @Test
  void neverStopsOnceNothingIsDeliveredAnyMore() {
    gate.delivering(5000);
    gate.openForGood();
    assertTrue(isReading());
  }
}
