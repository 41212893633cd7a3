package org.xpcom4j.registry.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_AT_END;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_NORMAL;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_SYNC;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("an event loop")
@Timeout(120)
class EventLoopTest {

  @RegisterExtension final Threads threads = new Threads();
  @RegisterExtension final LogOf log = new LogOf(EventLoop.class);

  private final List<String> told = new ArrayList<>();

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  @Nested
  @DisplayName("dispatch")
  class Dispatch {

    @Test
    void runsTheEventOnTheLoopsThread() {
      var ran = new AtomicReference<Thread>();
      EventLoop loop = threads.made();
      loop.dispatch(() -> ran.set(Thread.currentThread()), DISPATCH_NORMAL);
      loop.shutdown();
      assertSame(loop.thread(), ran.get());
    }

    @Test
    void neverRunsTheEventInsideTheCall() {
      threads.main().dispatch(() -> told.add("event"), DISPATCH_NORMAL);
      told.add("after the call");
      threads.main().processNextEvent(false);
      assertEquals(List.of("after the call", "event"), told);
    }

    @Test
    void keepsTheOrder() {
      threads.main().dispatch(() -> told.add("1"), DISPATCH_NORMAL);
      threads.main().dispatch(() -> told.add("2"), DISPATCH_AT_END);
      threads.main().dispatch(() -> told.add("3"), DISPATCH_NORMAL);
      threads.main().spinUntil(() -> told.size() == 3);
      assertEquals(List.of("1", "2", "3"), told);
    }

    @Test
    void refusesNull() {
      nsIEventTarget frozen = threads.main(); // knows no null annotations
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> frozen.dispatch(null, DISPATCH_NORMAL));
    }

    @Test
    void refusesAnUnknownFlag() {
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> threads.main().dispatch(() -> {}, 4));
    }

    @Test
    void eventThatThrowsDoesNotEndTheLoop() {
      EventLoop loop = threads.made();
      loop.dispatch(
          () -> {
            throw new IllegalStateException("thrown by a test");
          },
          DISPATCH_NORMAL);
      loop.dispatch(
          () -> {
            throw new StackOverflowError("thrown by a test");
          },
          DISPATCH_NORMAL);
      loop.dispatch(() -> told.add("the next"), DISPATCH_NORMAL);
      loop.shutdown();
      assertEquals(List.of("the next"), told);
    }

    @Test
    void eventThatThrowsIsLogged() {
      EventLoop loop = threads.made();
      loop.dispatch(new Failing(), DISPATCH_SYNC);
      assertEquals(
          List.of("ERROR event Failing[] failed on thread xpcom-thread-1 / thrown by a test"),
          log.lines());
    }

    @Test
    void interruptDuringAnEventIsGoneBeforeTheNext() {
      var flag = new AtomicBoolean(true);
      EventLoop loop = threads.made();
      loop.dispatch(() -> Thread.currentThread().interrupt(), DISPATCH_NORMAL);
      loop.dispatch(() -> flag.set(Thread.currentThread().isInterrupted()), DISPATCH_NORMAL);
      loop.shutdown();
      assertFalse(flag.get());
    }

    @Test
    void interruptDoesNotEndASleepingThread() {
      EventLoop loop = threads.made();
      loop.thread().interrupt();
      loop.dispatch(() -> told.add("still there"), DISPATCH_SYNC);
      assertEquals(List.of("still there"), told);
    }

    @Test
    void deadThreadRefuses() throws InterruptedException {
      var loop = new EventLoop[1];
      threads.elsewhere(() -> loop[0] = threads.manager().getCurrentThread());
      assertFalse(loop[0].isAlive());
      assertResult(NS_ERROR_UNEXPECTED, () -> loop[0].dispatch(() -> {}, DISPATCH_NORMAL));
    }
  }

  @Nested
  @DisplayName("dispatch with DISPATCH_SYNC")
  class SyncDispatch {

    @Test
    void returnsWhenTheEventHasRun() {
      EventLoop loop = threads.made();
      loop.dispatch(() -> told.add("event"), DISPATCH_SYNC);
      assertEquals(List.of("event"), told);
    }

    @Test
    void runsTheCallersEventsMeanwhile() {
      EventLoop loop = threads.made();
      loop.dispatch(
          () -> threads.main().dispatch(() -> told.add("on main"), DISPATCH_SYNC), DISPATCH_SYNC);
      assertEquals(List.of("on main"), told);
    }

    @Test
    void onTheOwnThreadRunsWhatWaitsBefore() {
      threads.main().dispatch(() -> told.add("before"), DISPATCH_NORMAL);
      threads.main().dispatch(() -> told.add("sync"), DISPATCH_SYNC);
      assertEquals(List.of("before", "sync"), told);
    }

    @Test
    void failureOfTheEventIsNotTheCallers() {
      threads
          .made()
          .dispatch(
              () -> {
                throw new IllegalStateException("thrown by a test");
              },
              DISPATCH_SYNC);
    }

    @Test
    void needsALoopOnTheCallingThread() throws InterruptedException {
      EventLoop loop = threads.made();
      threads.elsewhere(
          () -> assertResult(NS_ERROR_NOT_AVAILABLE, () -> loop.dispatch(() -> {}, DISPATCH_SYNC)));
    }

    @Test
    void doesNotWaitForAThreadThatDies() {
      var loop = new EventLoop[1];
      var ready = new CountDownLatch(1);
      var waiting = new CountDownLatch(1);
      threads.start(
          () -> {
            loop[0] = threads.manager().getCurrentThread();
            ready.countDown();
            Threads.await(waiting); // and ends without running an event
          });
      assertResult(
          NS_ERROR_UNEXPECTED,
          () -> {
            Threads.await(ready);
            threads.main().dispatch(waiting::countDown, DISPATCH_NORMAL);
            loop[0].dispatch(() -> told.add("never"), DISPATCH_SYNC);
          });
      assertEquals(List.of(), told);
    }

    @Test
    void noReplyIsLost() {
      EventLoop loop = threads.made();
      var ran = new AtomicInteger();
      for (int i = 0; i < 20_000; i++) {
        loop.dispatch(ran::incrementAndGet, DISPATCH_SYNC);
      }
      assertEquals(20_000, ran.get());
    }
  }

  @Nested
  @DisplayName("processNextEvent and hasPendingEvents")
  class Processing {

    @Test
    void areForTheOwnThreadOnly() {
      EventLoop other = threads.made();
      assertResult(NS_ERROR_NOT_SAME_THREAD, other::hasPendingEvents);
      assertResult(NS_ERROR_NOT_SAME_THREAD, () -> other.processNextEvent(false));
      assertResult(NS_ERROR_NOT_SAME_THREAD, () -> other.spinUntil(() -> true));
    }

    @Test
    void runOneEventAtMost() {
      threads.main().dispatch(() -> told.add("1"), DISPATCH_NORMAL);
      threads.main().dispatch(() -> told.add("2"), DISPATCH_NORMAL);
      assertTrue(threads.main().processNextEvent(true));
      assertEquals(List.of("1"), told);
      assertTrue(threads.main().hasPendingEvents());
    }

    @Test
    void answerFalseWhenNothingIsThere() {
      assertFalse(threads.main().hasPendingEvents());
      assertFalse(threads.main().processNextEvent(false));
    }

    @Test
    void waitForAnEventOfAnotherThread() {
      EventLoop main = threads.main();
      threads.start(() -> main.dispatch(() -> told.add("event"), DISPATCH_NORMAL));
      assertTrue(main.processNextEvent(true));
      assertEquals(List.of("event"), told);
    }

    @Test
    void mayBeNestedInAnEvent() {
      EventLoop main = threads.main();
      main.dispatch(
          () -> {
            told.add("outer begins");
            main.processNextEvent(true);
            told.add("outer ends");
          },
          DISPATCH_NORMAL);
      main.dispatch(() -> told.add("inner"), DISPATCH_NORMAL);
      main.processNextEvent(false);
      assertEquals(List.of("outer begins", "inner", "outer ends"), told);
    }

    @Test
    void interruptEndsTheWaitAndStays() {
      Thread.currentThread().interrupt();
      assertResult(NS_ERROR_ABORT, () -> threads.main().processNextEvent(true));
      assertTrue(Thread.interrupted());
    }
  }

  @Nested
  @DisplayName("spinUntil")
  class Spinning {

    @Test
    void runsNoEventWhenTheConditionHolds() {
      threads.main().dispatch(() -> told.add("event"), DISPATCH_NORMAL);
      threads.main().spinUntil(() -> true);
      assertEquals(List.of(), told);
    }

    @Test
    void stopsAfterTheEventThatMakesTheConditionTrue() {
      threads.main().dispatch(() -> told.add("1"), DISPATCH_NORMAL);
      threads.main().dispatch(() -> told.add("2"), DISPATCH_NORMAL);
      threads.main().spinUntil(() -> told.contains("1"));
      assertEquals(List.of("1"), told);
    }

    @Test
    void noticesAConditionThatChangesWithoutAnEvent() {
      var done = new AtomicBoolean();
      threads.start(() -> done.set(true));
      threads.main().spinUntil(done::get);
    }

    @Test
    void tellsWhetherTheConditionHeldInTime() {
      EventLoop main = threads.main();
      assertFalse(main.spinUntil(() -> false, Duration.ofMillis(1)));
      assertFalse(main.spinUntil(() -> false, Duration.ZERO));
      main.dispatch(() -> told.add("event"), DISPATCH_NORMAL);
      assertTrue(main.spinUntil(() -> !told.isEmpty(), Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void endsThoughEventsNeverDo() {
      EventLoop main = threads.main();
      var again = new AtomicBoolean(true);
      main.dispatch(new Repeating(main, again), DISPATCH_NORMAL);
      assertFalse(main.spinUntil(() -> false, Duration.ofMillis(5)));
      again.set(false);
    }

    @Test
    void interruptEndsItAndStays() {
      Thread test = Thread.currentThread();
      threads.start(test::interrupt);
      assertResult(NS_ERROR_ABORT, () -> threads.main().spinUntil(() -> false));
      assertTrue(Thread.interrupted());
    }
  }

  @Nested
  @DisplayName("shutdown")
  class Shutdown {

    @Test
    void runsWhatIsQueuedAndWhatComesMeanwhile() {
      EventLoop loop = threads.made();
      loop.dispatch(
          () -> loop.dispatch(() -> told.add("brought by an event"), DISPATCH_NORMAL),
          DISPATCH_NORMAL);
      loop.shutdown();
      assertEquals(List.of("brought by an event"), told);
    }

    @Test
    void refusesEventsAfterwards() {
      EventLoop loop = threads.made();
      loop.shutdown();
      assertFalse(loop.isAlive());
      assertFalse(loop.thread().isAlive());
      assertResult(NS_ERROR_UNEXPECTED, () -> loop.dispatch(() -> {}, DISPATCH_NORMAL));
    }

    @Test
    void runsTheCallersEventsMeanwhile() {
      EventLoop loop = threads.made();
      loop.dispatch(
          () -> threads.main().dispatch(() -> told.add("on main"), DISPATCH_SYNC), DISPATCH_NORMAL);
      loop.shutdown();
      assertEquals(List.of("on main"), told);
    }

    @Test
    void worksFromAThreadWithoutALoop() throws InterruptedException {
      EventLoop loop = threads.made();
      threads.elsewhere(loop::shutdown);
      assertFalse(loop.thread().isAlive());
    }

    @Test
    void isDoneOnceAndThenQuiet() {
      EventLoop loop = threads.made();
      loop.shutdown();
      loop.shutdown();
      loop.asyncShutdown();
    }

    @Test
    void whileOneIsUnderWayAnotherIsRefused() {
      EventLoop loop = threads.made();
      var go = new CountDownLatch(1);
      loop.dispatch(() -> uninterruptibly(go), DISPATCH_NORMAL);
      loop.asyncShutdown();
      assertResult(NS_ERROR_UNEXPECTED, loop::shutdown);
      assertResult(NS_ERROR_UNEXPECTED, loop::asyncShutdown);
      go.countDown();
    }

    @Test
    void isNotForTheThreadItself() {
      EventLoop loop = threads.made();
      loop.dispatch(
          () -> {
            assertResult(NS_ERROR_UNEXPECTED, loop::shutdown);
            assertResult(NS_ERROR_UNEXPECTED, loop::asyncShutdown);
            told.add("both refused");
          },
          DISPATCH_SYNC);
      assertEquals(List.of("both refused"), told);
    }

    @Test
    void isForMadeThreadsOnly() throws InterruptedException {
      assertResult(NS_ERROR_UNEXPECTED, () -> threads.main().shutdown());
      threads.elsewhere(
          () -> {
            EventLoop taken = threads.manager().getCurrentThread();
            assertResult(NS_ERROR_UNEXPECTED, taken::asyncShutdown);
          });
    }

    @Test
    void parentEndsAfterTheChildThatItEndsAsynchronously() {
      EventLoop parent = threads.made();
      EventLoop child = threads.made();
      child.dispatch(
          () -> parent.dispatch(() -> told.add("child to parent"), DISPATCH_SYNC), DISPATCH_NORMAL);
      parent.dispatch(child::asyncShutdown, DISPATCH_NORMAL);
      parent.shutdown();
      assertFalse(child.isAlive());
      assertEquals(List.of("child to parent"), told);
    }

    @Test
    void interruptOfTheCallerDoesNotStopIt() throws InterruptedException {
      EventLoop loop = threads.made();
      var go = new CountDownLatch(1);
      loop.dispatch(() -> uninterruptibly(go), DISPATCH_NORMAL);
      Thread.currentThread().interrupt();
      assertResult(NS_ERROR_ABORT, loop::shutdown);
      assertTrue(Thread.interrupted());
      go.countDown();
      loop.thread().join();
      assertFalse(loop.isAlive());
    }

    private void uninterruptibly(CountDownLatch latch) {
      try {
        Threads.await(latch);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** An event that fails. */
  private record Failing() implements nsIRunnable {
    @Override
    public void run() {
      throw new IllegalStateException("thrown by a test");
    }
  }

  /** An event that dispatches itself again. */
  private record Repeating(EventLoop loop, AtomicBoolean again) implements nsIRunnable {
    @Override
    public void run() {
      if (again.get()) {
        loop.dispatch(this, DISPATCH_NORMAL);
      }
    }
  }
}
