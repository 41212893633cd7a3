package org.xpcom4j.registry.manager;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** Asks the JVM which thread holds the monitor or lock that another one is blocked on. */
final class LockOwners {

  private LockOwners() {}

  /** Returns the ID of the owner, or -1 if the thread is not blocked by another. */
  static long ownerOfWhatBlocks(long threadId) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean(); // slow at first, so not before
    ThreadInfo info = threads.getThreadInfo(threadId);
    return info == null ? -1 : info.getLockOwnerId();
  }
}
