package org.xpcom4j.registry.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_NORMAL;
import static org.xpcom4j.interfaces.nsITimer.TYPE_ONE_SHOT;
import static org.xpcom4j.interfaces.nsITimer.TYPE_REPEATING_PRECISE;
import static org.xpcom4j.interfaces.nsITimer.TYPE_REPEATING_PRECISE_CAN_SKIP;
import static org.xpcom4j.interfaces.nsITimer.TYPE_REPEATING_SLACK;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ALREADY_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsITimerCallback;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.result.XpcomException;

@DisplayName("a timer")
@NullUnmarked // null arguments are part of it
class TimerTest {

  @RegisterExtension final Threads threads = new Threads();
  @RegisterExtension final LogOf log = new LogOf(Timer.class);

  private final ManualAlarms clock = new ManualAlarms();
  private final List<String> calls = new ArrayList<>();
  private long start;
  private Timer timer;

  @BeforeEach
  void makeTimer() {
    start = clock.now();
    timer = new Timer(clock, threads.manager());
  }

  private nsITimerCallback noting(String name) {
    return timer -> calls.add(name + " at " + millis());
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(clock.now() - start);
  }

  private void pass(long millis) {
    long end = millis() + millis;
    runEvents();
    while (millis() < end) {
      clock.pass(1);
      runEvents();
    }
  }

  private void runEvents() {
    do {
      clock.pass(0);
    } while (threads.main().processNextEvent(false));
  }

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  @Test
  void callsOnceWhenItsTimeHasCome() {
    timer.initWithCallback(noting("call"), 10, TYPE_ONE_SHOT);
    pass(9);
    assertEquals(List.of(), calls);
    pass(50);
    assertEquals(List.of("call at 10"), calls);
  }

  @Test
  void withoutADelayCallsBehindTheEventsThatAreThere() {
    timer.initWithCallback(noting("call"), 0, TYPE_ONE_SHOT);
    threads.main().dispatch(() -> calls.add("event"), DISPATCH_NORMAL);
    runEvents();
    assertEquals(List.of("event", "call at 0"), calls);
  }

  @Test
  void tellsAnObserverItself() {
    List<Object> told = new ArrayList<>();
    nsIObserver observer =
        (subject, topic, data) -> {
          told.add(subject);
          told.add(topic + " " + data);
        };
    timer.init(observer, 1, TYPE_ONE_SHOT);
    pass(1);
    assertEquals(List.of(timer, "timer-callback null"), told);
  }

  @Test
  void passesItselfToTheCallback() {
    List<Object> told = new ArrayList<>();
    timer.initWithCallback(told::add, 1, TYPE_ONE_SHOT);
    pass(1);
    assertEquals(List.of(timer), told);
  }

  @Test
  void calledForTheSameTimeAsAnotherComesInTheOrderOfSetting() {
    var other = new Timer(clock, threads.manager());
    other.initWithCallback(noting("first"), 5, TYPE_ONE_SHOT);
    timer.initWithCallback(noting("second"), 5, TYPE_ONE_SHOT);
    pass(5);
    assertEquals(List.of("first at 5", "second at 5"), calls);
  }

  @Test
  void setAnewForgetsWhatItWasSetTo() {
    timer.initWithCallback(noting("old"), 10, TYPE_REPEATING_SLACK);
    pass(5);
    timer.initWithCallback(noting("new"), 10, TYPE_ONE_SHOT);
    pass(50);
    assertEquals(List.of("new at 15"), calls);
  }

  @Test
  void setAnewForgetsACallThatIsOnItsWay() {
    timer.initWithCallback(noting("old"), 10, TYPE_ONE_SHOT);
    clock.pass(10);
    timer.initWithCallback(noting("new"), 10, TYPE_ONE_SHOT);
    pass(10);
    assertEquals(List.of("new at 20"), calls);
  }

  @Test
  void cancelledCallsNobody() {
    timer.initWithCallback(noting("call"), 10, TYPE_ONE_SHOT);
    timer.cancel();
    assertEquals(0, clock.pending());
    pass(20);
    assertEquals(List.of(), calls);
  }

  @Test
  void cancelledForgetsACallThatIsOnItsWay() {
    timer.initWithCallback(noting("call"), 10, TYPE_REPEATING_PRECISE);
    clock.pass(10);
    timer.cancel();
    pass(20);
    assertEquals(List.of(), calls);
  }

  @Test
  void thatIsNotSetMayBeCancelled() {
    timer.cancel();
    timer.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT);
    pass(1);
    timer.cancel();
    assertEquals(List.of("call at 1"), calls);
  }

  @Test
  void cancelledInsideItsCallDoesNotRepeat() {
    timer.initWithCallback(
        called -> {
          calls.add("call");
          called.cancel();
        },
        1,
        TYPE_REPEATING_SLACK);
    pass(10);
    assertEquals(List.of("call"), calls);
  }

  @Test
  void setAnewInsideItsCallDoesNotRepeatTheOld() {
    timer.initWithCallback(
        called -> {
          calls.add("old");
          called.initWithCallback(noting("new"), 3, TYPE_ONE_SHOT);
        },
        1,
        TYPE_REPEATING_PRECISE);
    pass(10);
    assertEquals(List.of("old", "new at 4"), calls);
  }

  @Test
  void goesOnWhenACallFails() {
    timer.initWithCallback(
        called -> {
          calls.add("call at " + millis());
          throw new IllegalStateException("broken");
        },
        5,
        TYPE_REPEATING_SLACK);
    pass(10);
    assertEquals(List.of("call at 5", "call at 10"), calls);
    assertEquals(2, log.lines().size());
  }

  @Nested
  @DisplayName("that repeats")
  class Repeating {

    private void callTaking(long millis) {
      calls.add("call at " + millis());
      clock.pass(millis);
    }

    @Test
    void withSlackWaitsFromTheEndOfACall() {
      timer.initWithCallback(called -> callTaking(4), 10, TYPE_REPEATING_SLACK);
      pass(50);
      assertEquals(List.of("call at 10", "call at 24", "call at 38"), calls);
    }

    @ParameterizedTest
    @ValueSource(longs = {TYPE_REPEATING_PRECISE, TYPE_REPEATING_PRECISE_CAN_SKIP, 7})
    void preciselyKeepsToItsTimes(long type) {
      timer.initWithCallback(called -> callTaking(4), 10, type);
      pass(30);
      assertEquals(List.of("call at 10", "call at 20", "call at 30"), calls);
    }

    @Test
    void preciselyMakesUpForEachCallThatIsMissing() {
      timer.initWithCallback(
          called -> callTaking(calls.isEmpty() ? 35 : 0), 10, TYPE_REPEATING_PRECISE);
      pass(50);
      assertEquals(
          List.of("call at 10", "call at 45", "call at 45", "call at 45", "call at 50"), calls);
    }

    @Test
    void andCanSkipMakesUpForOneCallOnly() {
      timer.initWithCallback(
          called -> callTaking(calls.isEmpty() ? 35 : 0), 10, TYPE_REPEATING_PRECISE_CAN_SKIP);
      pass(60);
      assertEquals(List.of("call at 10", "call at 45", "call at 50", "call at 60"), calls);
    }

    @ParameterizedTest
    @ValueSource(
        longs = {TYPE_REPEATING_SLACK, TYPE_REPEATING_PRECISE, TYPE_REPEATING_PRECISE_CAN_SKIP})
    void withoutADelayLetsOtherEventsIn(long type) {
      timer.initWithCallback(
          called -> {
            calls.add("call");
            if (calls.size() > 3) {
              called.cancel();
            }
            threads.main().dispatch(() -> calls.add("event"), DISPATCH_NORMAL);
          },
          0,
          type);
      pass(5);
      assertEquals(List.of("call", "event", "call", "event", "call", "event"), calls);
    }
  }

  @Nested
  @DisplayName("has a delay that")
  class Delay {

    @Test
    void isWhatItWasSetTo() {
      timer.initWithCallback(noting("call"), 4_294_967_295L, TYPE_ONE_SHOT);
      assertEquals(4_294_967_295L, timer.getDelay());
    }

    @Test
    void begunAnewCountsFromNow() {
      timer.initWithCallback(noting("call"), 10, TYPE_REPEATING_SLACK);
      pass(5);
      timer.setDelay(20);
      pass(45);
      assertEquals(List.of("call at 25", "call at 45"), calls);
    }

    @Test
    void changedInsideACallCountsForTheNext() {
      timer.initWithCallback(
          called -> {
            calls.add("call at " + millis());
            called.setDelay(called.getDelay() + 1);
          },
          1,
          TYPE_REPEATING_SLACK);
      pass(6);
      assertEquals(List.of("call at 1", "call at 3", "call at 6"), calls);
    }

    @Test
    void cannotBeWrittenWhenNothingIsStillToCome() {
      assertResult(NS_ERROR_NOT_INITIALIZED, () -> timer.setDelay(1));
      timer.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT);
      pass(1);
      assertResult(NS_ERROR_NOT_INITIALIZED, () -> timer.setDelay(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 4_294_967_296L})
    void isOutOfRangeIsRefused(long delay) {
      assertResult(
          NS_ERROR_ILLEGAL_VALUE,
          () -> timer.initWithCallback(noting("call"), delay, TYPE_ONE_SHOT));
      timer.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT);
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> timer.setDelay(delay));
      assertEquals(1, timer.getDelay());
    }
  }

  @Test
  void changesItsTypeWhenItHasFired() {
    timer.initWithCallback(noting("call"), 10, TYPE_ONE_SHOT);
    timer.setType(TYPE_REPEATING_SLACK);
    pass(20);
    timer.setType(TYPE_ONE_SHOT);
    pass(50);
    assertEquals(List.of("call at 10", "call at 20", "call at 30"), calls);
    assertEquals(TYPE_ONE_SHOT, timer.getType());
  }

  @Test
  void refusesATypeThatIsNoUnsignedLong() {
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> timer.initWithCallback(noting("call"), 1, -1));
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> timer.setType(1L << 32));
  }

  @Test
  void refusesNull() {
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> timer.init(null, 1, TYPE_ONE_SHOT));
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> timer.initWithCallback(null, 1, TYPE_ONE_SHOT));
  }

  @Test
  void tellsItsCallbackWhileItIsSet() {
    List<Object> seen = new ArrayList<>();
    nsITimerCallback callback = called -> seen.add(called.getCallback());
    assertNull(timer.getCallback());
    timer.initWithCallback(callback, 1, TYPE_ONE_SHOT);
    assertSame(callback, timer.getCallback());
    pass(1);
    assertEquals(List.of(callback), seen);
    assertNull(timer.getCallback());
  }

  @Test
  void hasNoCallbackWhenItTellsAnObserver() {
    timer.init((subject, topic, data) -> calls.add(topic), 1, TYPE_ONE_SHOT);
    assertNull(timer.getCallback());
  }

  @Nested
  @DisplayName("has a target that")
  class Target {

    @Test
    void isTheThreadThatMadeIt() {
      assertSame(threads.main(), timer.getTarget());
    }

    @Test
    void getsTheCalls() {
      List<String> names = new ArrayList<>();
      EventLoop made = threads.made();
      timer.setTarget(made);
      timer.initWithCallback(
          called -> names.add(Thread.currentThread().getName()), 1, TYPE_ONE_SHOT);
      clock.pass(1);
      made.shutdown();
      assertEquals(List.of(made.name()), names);
    }

    @Test
    void isTheCallingThreadForNull() throws InterruptedException {
      threads.elsewhere(
          () -> {
            assertResult(NS_ERROR_NOT_AVAILABLE, () -> timer.setTarget(null));
            EventLoop here = threads.manager().getCurrentThread();
            timer.setTarget(null);
            assertSame(here, timer.getTarget());
          });
    }

    @Test
    void mustExistBeforeItIsSet() throws InterruptedException {
      threads.elsewhere(
          () -> {
            var lost = new Timer(clock, threads.manager());
            assertNull(lost.getTarget());
            assertResult(
                NS_ERROR_NOT_AVAILABLE,
                () -> lost.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT));
            lost.setTarget(threads.main());
            lost.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT);
          });
      pass(1);
      assertEquals(List.of("call at 1"), calls);
    }

    @Test
    void cannotBeChangedWhileItIsSet() {
      timer.initWithCallback(noting("call"), 1, TYPE_ONE_SHOT);
      assertResult(NS_ERROR_ALREADY_INITIALIZED, () -> timer.setTarget(threads.main()));
      pass(1);
      timer.setTarget(threads.main());
    }

    @Test
    void hasEndedEndsIt() {
      EventLoop made = threads.made();
      timer.setTarget(made);
      timer.initWithCallback(noting("call"), 1, TYPE_REPEATING_SLACK);
      made.shutdown();
      clock.pass(10);
      assertNull(timer.getCallback());
      assertEquals(0, clock.pending());
    }
  }
}
