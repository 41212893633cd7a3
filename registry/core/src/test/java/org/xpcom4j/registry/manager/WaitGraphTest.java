package org.xpcom4j.registry.manager;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("a thread that waits for a service")
@Timeout(120)
class WaitGraphTest {

  @RegisterExtension final Threads threads = new Threads();

  private final Entry something =
      new Entry(
          UUID.fromString("8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a01"),
          new Source("org.example.Something", "", "a test"),
          Scope.SERVICE,
          new NoFactory());

  private final ServicesLock ours = new ServicesLock();
  private final WaitGraph waits = new WaitGraph(ours);

  @BeforeEach
  void holdOurLockAsWhoeverLooksDoes() {
    ours.lock();
  }

  @AfterEach
  void letGo() {
    ours.unlock();
  }

  /** A creation on a thread that then wants a lock, which the test's thread holds. */
  private Creation makerThatWants(ReentrantLock lock) throws Exception {
    var begun = new CompletableFuture<Creation>();
    Thread maker =
        threads.start(
            () -> {
              begun.complete(new Creation(something, "@example.org/something;1", null));
              lock.lock();
              try {
                assertTrue(lock.isHeldByCurrentThread());
              } finally {
                lock.unlock();
              }
            });
    Creation creation = begun.get(Threads.LIMIT.toSeconds(), TimeUnit.SECONDS);
    while (!lock.hasQueuedThread(maker) || maker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return creation;
  }

  @Test
  void isStuckWhenItHoldsALockThatTheMakerWants() throws Exception {
    var lock = new ReentrantLock();
    lock.lock();
    try {
      assertTrue(waits.isStuck(makerThatWants(lock)));
    } finally {
      lock.unlock();
    }
  }

  @Test
  void isNotStuckBecauseItLooksAtThatMoment() throws Exception {
    assertFalse(waits.isStuck(makerThatWants(ours)));
  }

  /** Waits on a thread of its own for what is given, and begins something else there before. */
  private Creation makerThatWaitsFor(Creation wanted) throws Exception {
    var begun = new CompletableFuture<Creation>();
    threads.elsewhere(
        () -> {
          var creation = new Creation(something, "@example.org/something;1", null);
          waits.enter(wanted, creation);
          begun.complete(creation);
        });
    return begun.get(Threads.LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void isRefusedIfTheMakerWaitsForItsOwn() throws Exception {
    var own = new Creation(something, "@example.org/own;1", null);
    something.setPending(own);
    Creation other = makerThatWaitsFor(own);

    var cycle = assertThrows(XpcomException.class, () -> waits.enter(other, own));

    assertEquals(NS_ERROR_NOT_AVAILABLE, cycle.result());
  }

  @Test
  void isNotRefusedIfTheMakerHasOnlyNotSeenYetThatItsOwnIsFinished() throws Exception {
    var own = new Creation(something, "@example.org/own;1", null);
    something.setPending(own);
    Creation other = makerThatWaitsFor(own);
    something.setPending(null);

    assertDoesNotThrow(() -> waits.enter(other, null));
    assertFalse(waits.isStuck(other));
  }

  /** Is never asked: the creations of this test go on for as long as it wants. */
  private static final class NoFactory implements nsIFactory {
    @Override
    public nsISupports createInstance(nsISupports aOuter, UUID iid) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void lockFactory(boolean lock) {}
  }
}
