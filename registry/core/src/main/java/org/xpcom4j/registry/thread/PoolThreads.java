package org.xpcom4j.registry.thread;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.manager.Daemons;

/** Makes the threads of a pool: virtual ones if that is wanted and the JVM has them. */
final class PoolThreads {

  private final ThreadManager manager;
  private final @Nullable VirtualThreads virtual;
  private volatile String name = "xpcom-pool";
  private volatile long stackSize;

  PoolThreads(ThreadManager manager, boolean isVirtual) {
    this.manager = manager;
    this.virtual = isVirtual ? VirtualThreads.find() : null;
  }

  void setName(String newName) {
    name = newName;
  }

  long stackSize() {
    return stackSize;
  }

  void setStackSize(long newStackSize) {
    stackSize = newStackSize;
  }

  /** Makes a daemon that has an event loop while it works. */
  Thread make(int number, Runnable work) {
    String numbered = name + " #" + number;
    Runnable withLoop = () -> manager.runInPool(work);
    if (virtual != null) {
      return virtual.make(numbered, withLoop);
    }
    return Daemons.make(withLoop, numbered, stackSize);
  }
}
