package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/**
 * Which thread waits for a service that which other thread makes. Guarded by the lock of {@link
 * Services}.
 *
 * <p>Waits for services are known here, so the last wait of a cycle is refused at once. A thread may
 * also wait for a lock, of Guice's singletons for example, that is held by a thread which waits for
 * a service; that is seen only by asking the JVM, when a wait takes long.
 */
final class WaitGraph {

  private record Wait(Creation wanted, @Nullable Creation innermost) {

    /** Whether what the thread waited for is finished, and it has not yet woken up to see it. */
    boolean isOver() {
      return wanted.entry().pending() != wanted;
    }
  }

  private final ServicesLock lock;
  private final Map<Long, Wait> waits = new HashMap<>();

  WaitGraph(ServicesLock lock) {
    this.lock = lock;
  }

  /** Notes that the calling thread waits from now on; refuses what would close a cycle. */
  void enter(Creation wanted, @Nullable Creation innermost) {
    var path = new ArrayDeque<Wait>();
    Creation at = wanted;
    while (at.thread() != Thread.currentThread()) {
      Wait wait = waits.get(at.thread().getId());
      if (wait == null || wait.isOver()) {
        waits.put(Thread.currentThread().getId(), new Wait(wanted, innermost));
        return;
      }
      path.add(new Wait(at, wait.innermost()));
      at = wait.wanted();
    }
    throw cycle(at, innermost, path);
  }

  void leave() {
    waits.remove(Thread.currentThread().getId());
  }

  private static XpcomException cycle(
      Creation first, @Nullable Creation innermost, Deque<Wait> path) {
    var cycle = new Cycle().from(first, innermost);
    path.forEach(step -> cycle.from(step.wanted(), step.innermost()));
    return cycle.closedBy(first.toString());
  }

  /** Whether the maker of what the calling thread waits for is blocked by the calling thread. */
  boolean isStuck(Creation wanted) {
    long self = Thread.currentThread().getId();
    long at = wanted.thread().getId();
    for (int steps = 0; steps <= waits.size() + 1; steps++) {
      if (at == self) {
        return true;
      }
      Wait wait = waits.get(at);
      if (wait != null && wait.isOver()) {
        return false;
      }
      at = wait != null ? wait.wanted().thread().getId() : ownerOfWhatBlocks(at);
      if (at < 0) {
        return false;
      }
    }
    return false;
  }

  /**
   * Returns the ID of the thread to blame, or -1. A thread that wants the lock which the caller holds
   * for this very look goes on as soon as the caller sleeps again.
   */
  private long ownerOfWhatBlocks(long threadId) {
    long owner = LockOwners.ownerOfWhatBlocks(threadId);
    return lock.isWantedBy(threadId) ? -1 : owner;
  }

  static XpcomException stuck(Creation wanted) {
    return new XpcomException(
        NS_ERROR_NOT_AVAILABLE,
        "a service cannot be finished because this thread holds a lock that its maker waits for\n  "
            + "wanted: "
            + wanted
            + "\n  made on thread "
            + wanted.thread().getName()
            + ", wanted on thread "
            + Thread.currentThread().getName()
            + "\n  hint: take a Provider, and ask it when no lock is held");
  }
}
