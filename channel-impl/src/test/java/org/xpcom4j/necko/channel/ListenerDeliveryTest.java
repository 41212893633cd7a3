package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIRunnable;

@DisplayName("delivery of a channel's events to the thread that opened it")
class ListenerDeliveryTest {
  private static final int MANY = 1000;

  private final Target target = new Target();
  private final List<String> heard = new ArrayList<>();
  private final ListenerDelivery delivery =
      new ListenerDelivery(target, payload -> {}, () -> heard.add("died"));

  @Test
  void whatComesTogetherIsOneDispatch() {
    post("a", "b", "c");
    assertEquals(1, target.dispatched.size());
    target.runAll();
    assertEquals(List.of("a", "b", "c"), heard);
  }

  @Test
  void manyEventsAreDeliveredInOrder() {
    List<String> many = IntStream.range(0, MANY).mapToObj(String::valueOf).toList();
    post(many.toArray(String[]::new));
    target.runAll();
    assertEquals(many, heard);
  }

  @Test
  void aPeerThatNeverPausesLeavesTurnsToOtherEvents() {
    delivery.post(this::anotherComesMeanwhile);
    delivery.flush();
    target.dispatch(() -> heard.add("other"), nsIEventTarget.DISPATCH_NORMAL);
    target.runNext();
    assertFalse(heard.contains("other"));
    target.runNext();
    assertEquals("other", heard.get(heard.size() - 1));
    target.runNext();
    assertEquals("message", heard.get(heard.size() - 1));
  }

  private void anotherComesMeanwhile() {
    heard.add("message");
    if (heard.size() < MANY) {
      delivery.post(this::anotherComesMeanwhile);
      delivery.flush();
    }
  }

  @Test
  void aNestedLoopHearsWhatFollows() {
    delivery.post(
        () -> {
          heard.add("outer");
          target.runAll();
          heard.add("outer ends");
        });
    post("inner");
    target.runAll();
    assertEquals(List.of("outer", "inner", "outer ends"), heard);
  }

  @Test
  void nothingIsDeliveredWhileSuspended() {
    delivery.suspend();
    delivery.suspend();
    post("a");
    assertTrue(delivery.resume());
    target.runAll();
    assertEquals(List.of(), heard);
    assertTrue(delivery.resume());
    assertFalse(delivery.resume());
    target.runAll();
    assertEquals(List.of("a"), heard);
  }

  @Test
  void suspendingInsideAnEventHoldsTheNextBack() {
    delivery.post(delivery::suspend);
    post("a");
    target.runAll();
    assertEquals(List.of(), heard);
    delivery.resume();
    target.runAll();
    assertEquals(List.of("a"), heard);
  }

  @Test
  void nothingIsDeliveredAfterTheEnd() {
    post("a");
    delivery.end();
    post("b");
    target.runAll();
    assertEquals(List.of(), heard);
  }

  private void post(String... names) {
    for (String name : names) {
      delivery.post(() -> heard.add(name));
    }
    delivery.flush();
  }

  /** An event target whose events run when the test says so. */
  private static final class Target implements nsIEventTarget {
    final Queue<nsIRunnable> dispatched = new ArrayDeque<>();

    @Override
    public void dispatch(nsIRunnable event, long flags) {
      dispatched.add(event);
    }

    @Override
    public boolean isOnCurrentThread() {
      return true;
    }

    void runNext() {
      dispatched.remove().run();
    }

    void runAll() {
      while (!dispatched.isEmpty()) {
        runNext();
      }
    }
  }
}
