package org.xpcom4j.registry.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsITimer.TYPE_ONE_SHOT;
import static org.xpcom4j.interfaces.nsITimer.TYPE_REPEATING_SLACK;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsITimer;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("the timers of a registry")
@Timeout(120)
class TimersTest {

  private final Xpcom xpcom = Xpcom.start();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private nsITimer timer() {
    return xpcom.createInstance(nsITimer.NS_TIMER_CONTRACTID, nsITimer.class);
  }

  private void tell(String topic) {
    xpcom
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .notifyObservers(null, topic, null);
  }

  private void waitForCalls(int count) {
    assertTrue(
        xpcom.currentThread().spinUntil(() -> calls.get() >= count, Threads.LIMIT),
        () -> calls + " of " + count + " calls came");
  }

  private static List<Thread> timerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("xpcom-timer"))
        .toList();
  }

  @Test
  void callOnTheThreadThatMadeThem() {
    List<Thread> called = new ArrayList<>();
    timer().initWithCallback(timer -> called.add(Thread.currentThread()), 1, TYPE_ONE_SHOT);
    assertTrue(xpcom.currentThread().spinUntil(() -> !called.isEmpty(), Threads.LIMIT));
    assertEquals(List.of(Thread.currentThread()), called);
  }

  @Test
  void repeatUntilTheyAreCancelled() {
    nsITimer timer = timer();
    timer.initWithCallback(called -> calls.incrementAndGet(), 1, TYPE_REPEATING_SLACK);
    waitForCalls(5);
    timer.cancel();
    int before = calls.get();
    timer().initWithCallback(called -> calls.addAndGet(1000), 20, TYPE_ONE_SHOT);
    waitForCalls(before + 1000);
    assertEquals(before + 1000, calls.get());
  }

  @Test
  void areSeparateObjects() {
    assertNotSame(timer(), timer());
  }

  @ParameterizedTest
  @CsvSource({
    "sleep_notification, wake_notification",
    "suspend_process_notification, resume_process_notification"
  })
  void waitWhileTheMachineSleeps(String sleep, String wake) {
    nsITimer late = timer();
    nsITimer cancelled = timer();
    tell(sleep);
    late.initWithCallback(timer -> calls.incrementAndGet(), 0, TYPE_ONE_SHOT);
    cancelled.initWithCallback(timer -> calls.addAndGet(1000), 0, TYPE_ONE_SHOT);
    assertFalse(xpcom.currentThread().spinUntil(() -> calls.get() > 0, Duration.ofMillis(30)));
    cancelled.cancel();
    tell(wake);
    waitForCalls(1);
    assertEquals(1, calls.get());
  }

  @Test
  void pendByTheHundredThousandOnOneThread() {
    List<nsITimer> timers = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      nsITimer timer = timer();
      timer.initWithCallback(called -> calls.incrementAndGet(), 3_600_000 + i, TYPE_ONE_SHOT);
      timers.add(timer);
    }
    assertEquals(1, timerThreads().size());
    for (int i = 0; i < timers.size(); i += 2) {
      timers.get(i).cancel();
    }
    for (int i = 1; i < timers.size(); i += 2) {
      timers.get(i).setDelay(0);
    }
    waitForCalls(50_000);
    assertEquals(50_000, calls.get());
  }

  @Test
  void neverCallOnceTheirOwnThreadHasCancelledThem() {
    for (int i = 0; i < 2_000; i++) {
      nsITimer timer = timer();
      timer.initWithCallback(called -> calls.incrementAndGet(), i % 3, TYPE_REPEATING_SLACK);
      xpcom.currentThread().processNextEvent(false);
      timer.cancel();
      int before = calls.get();
      while (xpcom.currentThread().processNextEvent(false)) {
        // whatever is on its way
      }
      assertEquals(before, calls.get());
    }
  }

  @Test
  void endWithIt() throws InterruptedException {
    nsITimer timer = timer();
    timer.initWithCallback(called -> calls.incrementAndGet(), 3_600_000, TYPE_ONE_SHOT);
    List<Thread> waiting = timerThreads();
    xpcom.close();
    for (Thread thread : waiting) {
      thread.join(Threads.LIMIT.toMillis());
      assertFalse(thread.isAlive());
    }
    var failure =
        assertThrows(
            XpcomException.class,
            () -> timer.initWithCallback(called -> calls.incrementAndGet(), 1, TYPE_ONE_SHOT));
    assertEquals(NS_ERROR_NOT_INITIALIZED, failure.result());
  }
}
