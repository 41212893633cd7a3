package org.xpcom4j.registry.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_AT_END;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_NORMAL;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_SYNC;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsIThreadPool;
import org.xpcom4j.interfaces.nsIThreadPoolListener;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("a thread pool")
@NullUnmarked // null arguments are part of it
@Timeout(120)
class ThreadPoolTest {

  @RegisterExtension final Threads threads = new Threads();
  @RegisterExtension final LogOf log = new LogOf(EventLoop.class);

  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch held = new CountDownLatch(1);
  private ThreadPool pool;

  @BeforeEach
  void makePool() {
    pool = new ThreadPool(threads.manager(), false);
  }

  @AfterEach
  void letGo() {
    held.countDown();
    pool.shutdown();
  }

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  /** Occupies threads until {@link #held} is let go. */
  private void occupy(int count) throws InterruptedException {
    var begun = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      pool.dispatch(
          () -> {
            workers.add(Thread.currentThread());
            begun.countDown();
            await(held);
          },
          DISPATCH_NORMAL);
    }
    Threads.await(begun);
  }

  private static void await(CountDownLatch latch) {
    try {
      Threads.await(latch);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void tell(String what) {
    pool.dispatch(() -> told.add(what), DISPATCH_NORMAL);
  }

  private void waitUntilThreadsHaveEnded() throws InterruptedException {
    for (Thread worker : workers) {
      worker.join(Threads.LIMIT.toMillis());
      assertFalse(worker.isAlive());
    }
  }

  private void waitUntilIdle() {
    Thread worker = workers.iterator().next();
    while (worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void isMadeByContract() {
    try (Xpcom xpcom = Xpcom.start()) {
      nsIThreadPool made =
          xpcom.createInstance(nsIThreadPool.NS_THREADPOOL_CONTRACTID, nsIThreadPool.class);
      made.dispatch(() -> told.add(Thread.currentThread().getName()), DISPATCH_SYNC);
      made.shutdown();
    }
    assertEquals(List.of("xpcom-pool #1"), List.copyOf(told));
  }

  @Test
  void ofOneThreadRunsEventsInOrder() {
    pool.setThreadLimit(1);
    for (int i = 0; i < 1000; i++) {
      tell("event " + i);
    }
    pool.shutdown();
    assertEquals(1000, told.size());
    int i = 0;
    for (String event : told) {
      assertEquals("event " + i++, event);
    }
  }

  @Test
  void startsThreadsUpToItsLimit() throws InterruptedException {
    pool.setThreadLimit(3);
    occupy(3);
    assertEquals(3, workers.size());
    tell("waiting");
    assertEquals(List.of(), List.copyOf(told));
    held.countDown();
    pool.shutdown();
    assertEquals(List.of("waiting"), List.copyOf(told));
  }

  @Test
  void startsNoThreadWhileOneIsIdle() {
    for (int i = 0; i < 20; i++) {
      pool.dispatch(() -> workers.add(Thread.currentThread()), DISPATCH_SYNC);
      waitUntilIdle();
    }
    assertEquals(1, workers.size());
  }

  @Test
  void startsNoThreadForAnEventAtTheEndOfAnother() throws InterruptedException {
    occupy(1);
    pool.dispatch(() -> told.add(Thread.currentThread().getName()), DISPATCH_AT_END);
    held.countDown();
    pool.shutdown();
    assertEquals(List.of("xpcom-pool #1"), List.copyOf(told));
  }

  @Test
  void withoutThreadsStartsOneForAnEventAtTheEndOfAnother() throws InterruptedException {
    var ran = new CountDownLatch(1);
    pool.dispatch(ran::countDown, DISPATCH_AT_END);
    Threads.await(ran);
  }

  @Test
  void keepsNoMoreThreadsIdleThanItsLimit() throws InterruptedException {
    pool.setIdleThreadLimit(0);
    occupy(4);
    held.countDown();
    waitUntilThreadsHaveEnded();
  }

  @Test
  void endsIdleThreadsAfterATime() throws InterruptedException {
    pool.setIdleThreadTimeout(1);
    occupy(1);
    held.countDown();
    waitUntilThreadsHaveEnded();
    pool.dispatch(() -> told.add(Thread.currentThread().getName()), DISPATCH_SYNC);
    assertEquals(List.of("xpcom-pool #2"), List.copyOf(told));
  }

  @Test
  void endsIdleThreadsWhenFewerAreAllowed() throws InterruptedException {
    pool.setIdleThreadTimeout(4_294_967_295L);
    occupy(1);
    held.countDown();
    waitUntilIdle();
    pool.setIdleThreadLimit(0);
    waitUntilThreadsHaveEnded();
  }

  @Test
  void namesItsThreads() throws InterruptedException {
    pool.setName("decoder");
    occupy(2);
    assertEquals(
        Set.of("decoder #1", "decoder #2"),
        Set.copyOf(workers.stream().map(Thread::getName).toList()));
    assertTrue(workers.stream().allMatch(Thread::isDaemon));
    assertResult(NS_ERROR_NOT_AVAILABLE, () -> pool.setName("other"));
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setName(null));
  }

  @Test
  void goesOnWhenAnEventFails() {
    pool.setThreadLimit(1);
    pool.dispatch(
        () -> {
          throw new IllegalStateException("broken");
        },
        DISPATCH_NORMAL);
    tell("next");
    pool.shutdown();
    assertEquals(List.of("next"), List.copyOf(told));
    assertEquals(1, log.lines().size());
  }

  @Test
  void keepsAnInterruptFromTheNextEvent() {
    pool.setThreadLimit(1);
    pool.dispatch(() -> Thread.currentThread().interrupt(), DISPATCH_NORMAL);
    pool.dispatch(() -> told.add("" + Thread.currentThread().isInterrupted()), DISPATCH_NORMAL);
    pool.shutdown();
    assertEquals(List.of("false"), List.copyOf(told));
  }

  @Test
  void refusesNoEventAndUnknownFlags() {
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.dispatch(null, DISPATCH_NORMAL));
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.dispatch(() -> {}, 8));
  }

  @Nested
  @DisplayName("told to run an event while the caller waits")
  class Sync {

    @Test
    void runsItAndTheEventsOfTheCaller() {
      pool.dispatch(
          () -> {
            var ran = new CountDownLatch(1);
            threads.main().dispatch(ran::countDown, DISPATCH_NORMAL);
            await(ran);
            told.add("event");
          },
          DISPATCH_SYNC);
      assertEquals(List.of("event"), List.copyOf(told));
    }

    @Test
    void byItsOwnThreadRunsItAtOnce() {
      pool.setThreadLimit(1);
      pool.dispatch(
          () -> {
            Thread outer = Thread.currentThread();
            pool.dispatch(
                () -> told.add("same thread: " + (outer == Thread.currentThread())), DISPATCH_SYNC);
            told.add("outer");
          },
          DISPATCH_SYNC);
      assertEquals(List.of("same thread: true", "outer"), List.copyOf(told));
    }

    @Test
    void itsThreadsMayWaitForOthers() {
      pool.dispatch(
          () -> {
            threads.main().dispatch(() -> told.add("main"), DISPATCH_SYNC);
            told.add("pool");
          },
          DISPATCH_SYNC);
      assertEquals(List.of("main", "pool"), List.copyOf(told));
    }

    @Test
    void byAThreadWithoutALoopRefuses() throws InterruptedException {
      threads.elsewhere(
          () -> assertResult(NS_ERROR_NOT_AVAILABLE, () -> pool.dispatch(() -> {}, DISPATCH_SYNC)));
    }
  }

  @Test
  void knowsItsThreads() {
    assertFalse(pool.isOnCurrentThread());
    pool.dispatch(() -> told.add("" + pool.isOnCurrentThread()), DISPATCH_SYNC);
    assertEquals(List.of("true"), List.copyOf(told));
  }

  @Test
  void isNoTargetForWhatComesLater() {
    pool.dispatch(
        () -> told.add("" + threads.manager().findCurrentTarget().isPresent()), DISPATCH_SYNC);
    assertEquals(List.of("false"), List.copyOf(told));
  }

  @Nested
  @DisplayName("that is shut down")
  class Shutdown {

    @Test
    void runsWhatItHasAndTakesNoMore() throws InterruptedException {
      pool.setThreadLimit(1);
      occupy(1);
      tell("queued");
      threads.main().dispatch(held::countDown, DISPATCH_NORMAL);
      pool.shutdown();
      assertEquals(List.of("queued"), List.copyOf(told));
      assertResult(NS_ERROR_NOT_AVAILABLE, () -> tell("late"));
      assertResult(NS_ERROR_NOT_AVAILABLE, () -> pool.isOnCurrentThread());
      waitUntilThreadsHaveEnded();
    }

    @Test
    void mayBeShutDownAgain() {
      tell("event");
      pool.shutdown();
      pool.shutdown();
      assertEquals(List.of("event"), List.copyOf(told));
    }

    @Test
    void withoutThreadsIsDone() {
      pool.shutdown();
      assertResult(NS_ERROR_NOT_AVAILABLE, () -> tell("late"));
    }

    @Test
    void byItsOwnThreadRefuses() {
      pool.dispatch(
          () -> {
            assertResult(NS_ERROR_UNEXPECTED, pool::shutdown);
            told.add("refused");
          },
          DISPATCH_SYNC);
      assertEquals(List.of("refused"), List.copyOf(told));
    }

    @Test
    void fromAThreadWithoutALoopWaitsForTheEnd() throws InterruptedException {
      tell("event");
      threads.elsewhere(pool::shutdown);
      assertEquals(List.of("event"), List.copyOf(told));
    }

    @Test
    void forgetsItsListener() {
      pool.setListener(new Noting("listener"));
      pool.shutdown();
      assertNull(pool.getListener());
    }
  }

  private final class Noting implements nsIThreadPoolListener {
    private final String name;

    Noting(String name) {
      this.name = name;
    }

    @Override
    public void onThreadCreated() {
      told.add(name + " hears of " + Thread.currentThread().getName());
    }

    @Override
    public void onThreadShuttingDown() {
      told.add(name + " hears of the end of " + Thread.currentThread().getName());
    }
  }

  @Test
  void tellsTheListenerThatWasThereWhenAThreadStarted() {
    var first = new Noting("first");
    pool.setThreadLimit(1);
    pool.setListener(first);
    assertSame(first, pool.getListener());
    pool.dispatch(() -> pool.setListener(new Noting("second")), DISPATCH_SYNC);
    pool.shutdown();
    assertEquals(
        List.of("first hears of xpcom-pool #1", "first hears of the end of xpcom-pool #1"),
        List.copyOf(told));
  }

  @Nested
  @DisplayName("has limits that")
  class Limits {

    @Test
    void haveTheirDefaults() {
      assertEquals(4, pool.getThreadLimit());
      assertEquals(1, pool.getIdleThreadLimit());
      assertEquals(60_000, pool.getIdleThreadTimeout());
      assertEquals(0, pool.getThreadStackSize());
      assertNull(pool.getListener());
    }

    @Test
    void ofIdleThreadsAreNeverAboveThatOfAll() {
      pool.setIdleThreadLimit(9);
      assertEquals(4, pool.getIdleThreadLimit());
      pool.setThreadLimit(2);
      assertEquals(2, pool.getIdleThreadLimit());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4_294_967_296L, Long.MAX_VALUE})
    void areOutOfRangeAreRefused(long value) {
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setThreadLimit(value));
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setThreadLimit(0));
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setIdleThreadLimit(value));
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setIdleThreadTimeout(value));
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> pool.setThreadStackSize(value));
      assertEquals(4, pool.getThreadLimit());
    }
  }

  @Test
  void endsWithTheRegistry() throws InterruptedException {
    occupy(2);
    tell("queued");
    threads.main().dispatch(held::countDown, DISPATCH_NORMAL);
    threads.manager().close();
    assertEquals(List.of("queued"), List.copyOf(told));
    assertResult(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> tell("late"));
    waitUntilThreadsHaveEnded();
  }

  @Test
  void isLeftAloneByOtherPools() throws InterruptedException {
    var other = new ThreadPool(threads.manager(), false);
    other.dispatch(() -> told.add("other"), DISPATCH_SYNC);
    other.shutdown();
    pool.dispatch(() -> told.add("pool"), DISPATCH_SYNC);
    assertEquals(List.of("other", "pool"), List.copyOf(told));
  }

  @Test
  void losesNoEventWhileThreadsComeAndGo() throws InterruptedException {
    var ran = new AtomicInteger();
    var all = new CountDownLatch(40_000);
    pool.setIdleThreadTimeout(0);
    pool.setIdleThreadLimit(4);
    for (int producer = 0; producer < 4; producer++) {
      Thread unused =
          threads.start(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  pool.dispatch(
                      () -> {
                        ran.incrementAndGet();
                        all.countDown();
                      },
                      DISPATCH_NORMAL);
                }
              });
    }
    Threads.await(all);
    pool.shutdown();
    assertEquals(40_000, ran.get());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void mayHaveVirtualThreads() throws ReflectiveOperationException {
    var virtual = new ThreadPool(threads.manager(), true);
    var isVirtual = Thread.class.getMethod("isVirtual");
    virtual.dispatch(
        () -> {
          try {
            told.add(Thread.currentThread().getName() + isVirtual.invoke(Thread.currentThread()));
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        },
        DISPATCH_SYNC);
    virtual.shutdown();
    assertEquals(List.of("xpcom-pool #1true"), List.copyOf(told));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void takesPlatformThreadsWhereThereAreNoVirtualOnes() {
    var wanting = new ThreadPool(threads.manager(), true);
    wanting.dispatch(() -> told.add(Thread.currentThread().getName()), DISPATCH_SYNC);
    wanting.shutdown();
    assertEquals(List.of("xpcom-pool #1"), List.copyOf(told));
  }
}
