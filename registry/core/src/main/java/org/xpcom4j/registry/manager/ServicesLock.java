package org.xpcom4j.registry.manager;

import java.util.concurrent.locks.ReentrantLock;

/** The lock of {@link Services}, which can tell whether a thread is kept up by nothing but it. */
final class ServicesLock extends ReentrantLock {

  private static final long serialVersionUID = 1L;

  /** Whether a thread waits to get in; it stays true while the calling thread holds the lock. */
  boolean isWantedBy(long threadId) {
    return getQueuedThreads().stream().anyMatch(thread -> thread.getId() == threadId);
  }
}
