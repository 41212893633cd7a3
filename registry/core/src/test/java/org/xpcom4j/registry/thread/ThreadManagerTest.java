package org.xpcom4j.registry.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_NORMAL;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_SYNC;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("the thread manager")
@Timeout(120)
class ThreadManagerTest {

  @RegisterExtension final Threads threads = new Threads();
  @RegisterExtension final LogOf log = new LogOf(ThreadManager.class);

  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  @Test
  void mainThreadIsTheOneThatMadeTheManager() throws InterruptedException {
    assertSame(threads.main(), threads.manager().getCurrentThread());
    assertTrue(threads.manager().getIsMainThread());
    threads.elsewhere(() -> assertFalse(threads.manager().getIsMainThread()));
  }

  @Test
  void currentThreadMakesALoopOnceForAThread() throws InterruptedException {
    threads.elsewhere(
        () -> {
          EventLoop loop = threads.manager().getCurrentThread();
          assertTrue(loop.isOnCurrentThread());
          assertTrue(loop.isAlive());
          assertSame(loop, threads.manager().getCurrentThread());
        });
  }

  @Test
  void findCurrentMakesNoLoop() throws InterruptedException {
    assertEquals(Optional.of(threads.main()), threads.manager().findCurrent());
    threads.elsewhere(
        () -> {
          assertEquals(Optional.empty(), threads.manager().findCurrent());
          assertEquals(Optional.empty(), threads.manager().findCurrentTarget());
        });
  }

  @Test
  void managersAreIsolated() {
    try (var other = new ThreadManager()) {
      assertNotSame(threads.main(), other.getMainThread());
      other.getMainThread().dispatch(() -> told.add("other"), DISPATCH_NORMAL);
      assertFalse(threads.main().hasPendingEvents());
      other.getMainThread().processNextEvent(false);
      EventLoop made = other.newThread(0);
      made.dispatch(
          () -> told.add("known to us: " + threads.manager().findCurrent().isPresent()),
          DISPATCH_SYNC);
    }
    assertEquals(List.of("other", "known to us: false"), List.copyOf(told));
    assertTrue(threads.main().isAlive());
  }

  @Test
  void madeThreadsAreNamedDaemons() {
    EventLoop first = threads.made();
    EventLoop second = threads.manager().newThread(0, 1 << 20);
    assertEquals("xpcom-thread-1", first.name());
    assertEquals("xpcom-thread-2", second.name());
    assertTrue(first.thread().isDaemon());
    first.dispatch(
        () -> told.add("own loop: " + first.equals(threads.manager().getCurrentThread())),
        DISPATCH_SYNC);
    assertEquals(List.of("own loop: true"), List.copyOf(told));
  }

  @Test
  void negativeStackSizeIsRefused() {
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> threads.manager().newThread(0, -1));
  }

  @Test
  void loopsOfDeadThreadsAreForgotten() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      var thread = new Thread(() -> threads.manager().getCurrentThread());
      thread.start();
      thread.join();
    }
    assertTrue(threads.manager().loopCount() < 100, () -> threads.manager().loopCount() + " loops");
  }

  @Nested
  @DisplayName("close")
  class Closing {

    @Test
    void endsTheThreadsAfterTheirEvents() {
      EventLoop loop = threads.made();
      loop.dispatch(() -> told.add("queued"), DISPATCH_NORMAL);
      threads.manager().close();
      assertFalse(loop.thread().isAlive());
      assertEquals(List.of("queued"), List.copyOf(told));
    }

    @Test
    void runsTheCallersEvents() {
      EventLoop main = threads.main();
      main.dispatch(() -> told.add("pending"), DISPATCH_NORMAL);
      threads.made().dispatch(() -> main.dispatch(() -> told.add("last word"), DISPATCH_SYNC), 0);
      threads.manager().close();
      assertEquals(List.of("pending", "last word"), List.copyOf(told));
    }

    @Test
    void refusesEverythingAfterwards() {
      EventLoop main = threads.main();
      EventLoop made = threads.made();
      threads.manager().close();
      assertResult(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> main.dispatch(() -> {}, 0));
      assertResult(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> made.dispatch(() -> {}, 0));
      assertResult(NS_ERROR_NOT_INITIALIZED, () -> threads.manager().newThread(0));
      assertResult(NS_ERROR_NOT_INITIALIZED, () -> threads.manager().getCurrentThread());
      assertResult(NS_ERROR_NOT_INITIALIZED, () -> threads.manager().getMainThread());
      assertEquals(Optional.empty(), threads.manager().findCurrent());
      assertTrue(threads.manager().getIsMainThread());
      assertFalse(main.isAlive());
    }

    @Test
    void mayBeRepeated() {
      threads.manager().close();
      threads.manager().close();
    }

    @Test
    void wakesAForeignThreadThatWaitsForEvents() throws InterruptedException {
      var waits = new CountDownLatch(1);
      Thread thread =
          threads.start(
              () -> {
                EventLoop loop = threads.manager().getCurrentThread();
                waits.countDown();
                assertResult(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> loop.processNextEvent(true));
              });
      Threads.await(waits);
      threads.manager().close();
      thread.join(Threads.LIMIT.toMillis());
      assertFalse(thread.isAlive());
    }

    @Test
    void worksFromAnyThread() throws InterruptedException {
      EventLoop made = threads.made();
      threads.elsewhere(() -> threads.manager().close());
      assertFalse(made.thread().isAlive());
    }

    @Test
    void worksFromAMadeThread() throws InterruptedException {
      EventLoop made = threads.made();
      made.dispatch(() -> threads.manager().close(), DISPATCH_NORMAL);
      made.thread().join(Threads.LIMIT.toMillis());
      assertFalse(made.thread().isAlive());
    }

    @Test
    void keepsAnInterruptButEndsEverything() {
      EventLoop made = threads.made();
      Thread.currentThread().interrupt();
      threads.manager().close();
      assertTrue(Thread.interrupted());
      assertFalse(made.thread().isAlive());
    }

    @Test
    void interruptsAThreadThatDoesNotEndAndDropsItsEvents() throws InterruptedException {
      var never = new CountDownLatch(1);
      var begun = new CountDownLatch(1);
      EventLoop stuck;
      try (var manager = new ThreadManager(Thread.currentThread(), Duration.ofMillis(1))) {
        stuck = manager.newThread(0);
        stuck.dispatch(
            () -> {
              begun.countDown();
              assertThrows(InterruptedException.class, never::await);
              told.add("interrupted");
            },
            DISPATCH_NORMAL);
        stuck.dispatch(() -> told.add("dropped"), DISPATCH_NORMAL);
        Threads.await(begun);
      }
      stuck.thread().join();
      assertEquals(List.of("interrupted"), List.copyOf(told));
    }

    @Test
    void doesNotWaitForEverForAThreadThatIgnoresIt() throws InterruptedException {
      var letGo = new AtomicBoolean();
      EventLoop stuck;
      var begun = new CountDownLatch(1);
      try (var manager = new ThreadManager(Thread.currentThread(), Duration.ofMillis(1))) {
        stuck = manager.newThread(0);
        stuck.dispatch(
            () -> {
              begun.countDown();
              while (!letGo.get()) {
                Thread.onSpinWait();
              }
            },
            DISPATCH_NORMAL);
        Threads.await(begun);
      }
      assertTrue(stuck.thread().isAlive());
      assertTrue(
          log.lines().get(0).startsWith("WARN thread xpcom-thread-1 did not end"),
          () -> log.lines().toString());
      letGo.set(true);
      stuck.thread().join();
    }

    @Test
    void refusesOtherThreadsFromTheStart() {
      EventLoop one = threads.made();
      EventLoop other = threads.made();
      var closing = new CountDownLatch(1);
      one.dispatch(
          () -> {
            awaitQuietly(closing);
            assertResult(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> other.dispatch(() -> {}, 0));
            told.add("refused");
          },
          DISPATCH_NORMAL);
      threads.main().dispatch(closing::countDown, DISPATCH_NORMAL); // runs inside close
      threads.manager().close();
      assertEquals(List.of("refused"), List.copyOf(told));
    }

    private void awaitQuietly(CountDownLatch latch) {
      try {
        Threads.await(latch);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void madeThreadThatHasEndedIsNotAlive() {
    EventLoop loop = threads.made();
    loop.shutdown();
    assertFalse(loop.isAlive());
    assertResult(NS_ERROR_UNEXPECTED, () -> loop.dispatch(() -> {}, DISPATCH_NORMAL));
  }
}
