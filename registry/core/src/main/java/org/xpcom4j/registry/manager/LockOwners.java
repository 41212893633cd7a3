package org.xpcom4j.registry.manager;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** Asks the JVM which thread holds the monitor or lock that another one is blocked on. */
final class LockOwners {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** Returns the ID of the owner, or -1 if the thread is not blocked by another. */
  long ownerOfWhatBlocks(long threadId) {
    ThreadInfo info = threads.getThreadInfo(threadId);
    return info == null ? -1 : info.getLockOwnerId();
  }
}
