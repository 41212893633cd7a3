package org.xpcom4j.registry.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_NORMAL;
import static org.xpcom4j.interfaces.nsIEventTarget.DISPATCH_SYNC;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("a host's own loop as an event target")
@Timeout(120)
class HostLoopTest {

  @RegisterExtension final Threads threads = new Threads();

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final List<String> told = new ArrayList<>();
  private Thread hostThread;
  private HostLoop loop;

  @BeforeEach
  void adopt() throws Exception {
    Future<Thread> thread = executor.submit(Thread::currentThread);
    hostThread = thread.get();
    loop = threads.manager().adopt(executor, () -> Thread.currentThread() == hostThread);
  }

  @AfterEach
  void endExecutor() {
    executor.shutdown();
  }

  @Test
  void runsEventsOnTheHostsThread() {
    loop.dispatch(() -> told.add(Thread.currentThread().getName()), DISPATCH_SYNC);
    assertEquals(List.of(hostThread.getName()), told);
  }

  @Test
  void isWhatAnEventThereFindsAsItsTarget() {
    var found = new ArrayList<Optional<nsIEventTarget>>();
    loop.dispatch(() -> found.add(threads.manager().findCurrentTarget()), DISPATCH_SYNC);
    assertSame(loop, found.get(0).orElseThrow());
    assertSame(threads.main(), threads.manager().findCurrentTarget().orElseThrow());
  }

  @Test
  void comesBeforeALoopThatTheThreadHasBesides() {
    var found = new ArrayList<nsIEventTarget>();
    loop.dispatch(
        () -> {
          assertSame(
              threads.manager().getCurrentThread(), threads.manager().findCurrent().orElseThrow());
          found.add(threads.manager().findCurrentTarget().orElseThrow());
        },
        DISPATCH_SYNC);
    assertSame(loop, found.get(0));
  }

  @Test
  void isForgottenWhenClosed() {
    loop.close();
    loop.dispatch(
        () -> told.add("known: " + threads.manager().findCurrentTarget().isPresent()),
        DISPATCH_SYNC);
    assertEquals(List.of("known: false"), told);
  }

  @Test
  void runsASynchronousEventOfItsOwnThreadAtOnce() {
    loop.dispatch(
        () -> {
          loop.dispatch(() -> told.add("later"), DISPATCH_NORMAL);
          loop.dispatch(() -> told.add("at once"), DISPATCH_SYNC);
        },
        DISPATCH_SYNC);
    loop.dispatch(() -> {}, DISPATCH_SYNC);
    assertEquals(List.of("at once", "later"), told);
  }

  @Test
  void failureOfAnEventStaysInTheLog() throws Exception {
    loop.dispatch(
        () -> {
          throw new IllegalStateException("thrown by a test");
        },
        DISPATCH_SYNC);
    assertSame(hostThread, executor.submit(Thread::currentThread).get());
  }

  @Test
  void refusalOfTheExecutorHasItsCode() {
    executor.shutdown();
    var refused =
        assertThrows(XpcomException.class, () -> loop.dispatch(() -> {}, DISPATCH_NORMAL));
    assertEquals(NS_ERROR_NOT_AVAILABLE, refused.result());
  }

  @Test
  void closedRegistryRefuses() {
    threads.manager().close();
    var refused =
        assertThrows(XpcomException.class, () -> loop.dispatch(() -> {}, DISPATCH_NORMAL));
    assertEquals(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, refused.result());
    assertFalse(threads.manager().findCurrentTarget().isPresent());
  }
}
