package org.xpcom4j.registry.manager;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

@DisplayName("a thread that waits for a service")
@Timeout(120)
class WaitGraphTest {

  @RegisterExtension final Threads threads = new Threads();

  private static final Entry SOMETHING =
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
              begun.complete(new Creation(SOMETHING, "@example.org/something;1", null));
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
