package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("services that are made while others are made")
@Timeout(300)
class CyclesTest {

  private static final String A = "@example.org/a;1";
  private static final String B = "@example.org/b;1";
  private static final nsIRunnable OBJECT = () -> {};

  private final Xpcom xpcom = Xpcom.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    xpcom.close();
  }

  @Nested
  @DisplayName("on one thread")
  class OnOneThread {

    @Test
    void cycleIsToldWithItsWholePath() {
      var e = refused(Contracts.HEN);

      assertEquals(
          """
          NS_ERROR_NOT_AVAILABLE (0x80040111): components need each other while they are made
            @example.org/hen;1 (org.xpcom4j.registry.sample.Hen)
              -> @example.org/egg;1 (org.xpcom4j.registry.sample.Egg)
              -> @example.org/nest;1 (org.xpcom4j.registry.sample.Nest)
              -> @example.org/hen;1 (org.xpcom4j.registry.sample.Hen)
            hint: take a Provider in one of the constructors, and ask it after construction""",
          e.getMessage());
    }

    @Test
    void instanceThatWantsAnotherOfItselfIsACycle() {
      assertEquals(NS_ERROR_NOT_AVAILABLE, refused(Contracts.MIRROR).result());
    }

    @Test
    void factoryThatCallsItselfForEverIsACycle() {
      Registrar.register(
          xpcom, A, Registrar.factory(() -> xpcom.createInstance(A, nsIRunnable.class)));

      var e = refused(A);

      assertEquals(NS_ERROR_NOT_AVAILABLE, e.result());
      assertTrue(e.getMessage().contains("… and "), e.getMessage());
    }

    @Test
    void failureIsNotRememberedAndTheNextCallTriesAgain() {
      var calls = new AtomicInteger();
      Registrar.register(
          xpcom,
          A,
          Registrar.factory(
              () -> {
                if (calls.incrementAndGet() == 1) {
                  throw new XpcomException(NS_ERROR_NOT_AVAILABLE, "not yet");
                }
                return OBJECT;
              }));

      assertEquals(NS_ERROR_NOT_AVAILABLE, refused(A).result());
      assertSame(OBJECT, xpcom.getService(A, nsIRunnable.class));
    }

    private XpcomException refused(String contractId) {
      return assertThrows(
          XpcomException.class, () -> xpcom.getService(contractId, nsIRunnable.class));
    }
  }

  @Nested
  @DisplayName("on several threads")
  class OnSeveralThreads {

    @Test
    void serviceIsMadeOnceHoweverManyThreadsAsk() throws Exception {
      int many = 8;
      var asking = new CountDownLatch(many);
      var made = new AtomicInteger();
      Registrar.register(
          xpcom,
          A,
          Registrar.factory(
              () -> {
                made.incrementAndGet();
                return (nsIRunnable) () -> {};
              }));

      List<nsIRunnable> got =
          inParallel(
              many,
              () -> {
                asking.countDown();
                asking.await();
                return xpcom.getService(A, nsIRunnable.class);
              });

      assertEquals(1, made.get());
      got.forEach(each -> assertSame(got.get(0), each));
    }

    @Test
    void waitingThreadTriesItselfWhenTheFirstFails() throws Exception {
      var failing = new CountDownLatch(1);
      var calls = new AtomicInteger();
      Registrar.register(
          xpcom,
          A,
          Registrar.factory(
              () -> {
                if (calls.incrementAndGet() == 1) {
                  awaitUninterruptibly(failing);
                  throw new XpcomException(NS_ERROR_NOT_AVAILABLE, "the first one fails");
                }
                return OBJECT;
              }));
      Future<nsIRunnable> first = ask(A);
      Future<nsIRunnable> second = ask(A);

      failing.countDown();

      var outcomes = new ArrayList<Object>(List.of(outcome(first), outcome(second)));
      assertTrue(outcomes.remove(OBJECT));
      assertEquals(NS_ERROR_NOT_AVAILABLE, ((XpcomException) outcomes.get(0)).result());
    }

    @Test
    void twoThreadsThatNeedEachOthersServiceDoNotWaitForEver() throws Exception {
      var bothStarted = new CountDownLatch(2);
      registerWanting(A, B, bothStarted);
      registerWanting(B, A, bothStarted);

      Future<nsIRunnable> askedForA = ask(A);
      Future<nsIRunnable> askedForB = ask(B);
      XpcomException forA = assertInstanceOf(XpcomException.class, outcome(askedForA));
      XpcomException forB = assertInstanceOf(XpcomException.class, outcome(askedForB));

      assertEquals(NS_ERROR_NOT_AVAILABLE, forA.result());
      assertEquals(NS_ERROR_NOT_AVAILABLE, forB.result());
      // The first to be told gives up; the other one then meets the cycle on its own thread.
      String told = forA.getMessage() + forB.getMessage();
      assertTrue(told.contains(", on thread "), told);
    }

    @Test
    void lockHeldByAWaitingThreadIsSeen() throws Exception {
      var lock = new ReentrantLock();
      var making = new CountDownLatch(1);
      var locked = new CountDownLatch(1);
      Registrar.register(
          xpcom,
          A,
          Registrar.factory(
              () -> {
                making.countDown();
                awaitUninterruptibly(locked);
                lock.lock(); // as Guice does for a singleton
                try {
                  return OBJECT;
                } finally {
                  lock.unlock();
                }
              }));
      Future<nsIRunnable> maker = ask(A);
      making.await();

      lock.lock();
      try {
        locked.countDown();
        var e = assertThrows(XpcomException.class, () -> xpcom.getService(A, nsIRunnable.class));
        assertEquals(NS_ERROR_NOT_AVAILABLE, e.result());
        assertTrue(e.getMessage().contains("holds a lock"), e.getMessage());
      } finally {
        lock.unlock();
      }
      assertSame(OBJECT, maker.get(60, TimeUnit.SECONDS));
    }

    /** A service that wants another one once both are being made. */
    private void registerWanting(String contractId, String wanted, CountDownLatch bothStarted) {
      Registrar.register(
          xpcom,
          contractId,
          Registrar.factory(
              () -> {
                bothStarted.countDown();
                awaitUninterruptibly(bothStarted);
                return xpcom.getService(wanted, nsIRunnable.class);
              }));
    }
  }

  private Future<nsIRunnable> ask(String contractId) {
    return threads.submit(() -> xpcom.getService(contractId, nsIRunnable.class));
  }

  private <T> List<T> inParallel(int many, Callable<T> work) throws Exception {
    var results = new ArrayList<T>();
    for (Future<T> each : threads.invokeAll(Collections.nCopies(many, work))) {
      results.add(each.get());
    }
    return results;
  }

  /** The result, or the exception. */
  private static Object outcome(Future<nsIRunnable> asked) throws Exception {
    try {
      return asked.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      return Objects.requireNonNull(failed.getCause());
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
