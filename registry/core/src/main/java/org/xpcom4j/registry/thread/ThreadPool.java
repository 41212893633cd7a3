package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OUT_OF_MEMORY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIThreadPool;
import org.xpcom4j.interfaces.nsIThreadPoolListener;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.pref.Preferences;
import org.xpcom4j.result.XpcomException;

/**
 * Runs events on a few threads: {@code @mozilla.org/thread-pool;1}. Its threads have an event loop, so
 * that they may wait for others by {@code DISPATCH_SYNC}, but nobody runs it otherwise.
 */
@Component(
    cid = "{547ec2a8-315e-4ec4-888e-6e4264fe90eb}",
    contracts = nsIThreadPool.NS_THREADPOOL_CONTRACTID)
final class ThreadPool implements nsIThreadPool {

  static final String VIRTUAL_PREFERENCE = "threadpool.virtual";

  private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

  private final ThreadManager manager;
  private final PoolThreads maker;
  private final PoolQueue queue;

  @Inject
  ThreadPool(
      EventLoops loops, @ContractId(Preferences.SERVICE_CONTRACT) nsIPrefBranch preferences) {
    // The registry has one object of this type.
    this((ThreadManager) loops, preferences.getBoolPref(VIRTUAL_PREFERENCE, false));
  }

  ThreadPool(ThreadManager manager, boolean isVirtual) {
    this.manager = manager;
    this.maker = new PoolThreads(manager, isVirtual);
    this.queue = new PoolQueue(manager, maker);
  }

  @Override
  public void dispatch(nsIRunnable event, long flags) {
    if (!Events.isSync(event, flags)) {
      put(event, (flags & DISPATCH_AT_END) == 0);
    } else if (isOnCurrentThread()) {
      Events.run(event, Thread.currentThread()); // all others may be waiting like this one
    } else {
      EventLoop waiter = manager.requireLoopToWait();
      var sync = new SyncEvent(event, waiter);
      put(sync, true);
      waiter.spinUntil(sync::isDone);
    }
  }

  private void put(nsIRunnable event, boolean mayStartThread) {
    manager.requireDispatch();
    try {
      if (!queue.put(event, mayStartThread)) {
        throw ended();
      }
    } catch (OutOfMemoryError refused) {
      throw new XpcomException(
          NS_ERROR_OUT_OF_MEMORY, "the system gives the pool no thread", refused);
    }
  }

  private static XpcomException ended() {
    return new XpcomException(
        NS_ERROR_NOT_AVAILABLE, "the pool was shut down and takes no more events");
  }

  /**
   * {@inheritDoc}
   *
   * @return whether the calling thread is one of the pool's
   * @throws XpcomException {@code NS_ERROR_NOT_AVAILABLE} after the shutdown
   */
  @Override
  public boolean isOnCurrentThread() {
    if (queue.isStopping() && !queue.isWorker(Thread.currentThread())) {
      throw ended();
    }
    return queue.isWorker(Thread.currentThread());
  }

  @Override
  public void shutdown() {
    if (queue.isWorker(Thread.currentThread())) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED, "a thread of the pool cannot wait for the pool's end");
    }
    queue.ensureStopping();
    manager.awaitEnd(queue);
    queue.setListener(null);
  }

  @Override
  public long getThreadLimit() {
    return queue.limits().threads();
  }

  @Override
  public void setThreadLimit(long aThreadLimit) {
    int limit = checked("threadLimit", aThreadLimit, 1, Integer.MAX_VALUE);
    queue.change(limits -> limits.withThreads(limit));
  }

  @Override
  public long getIdleThreadLimit() {
    return queue.limits().idleThreads();
  }

  @Override
  public void setIdleThreadLimit(long aIdleThreadLimit) {
    int limit = checked("idleThreadLimit", aIdleThreadLimit, 0, Integer.MAX_VALUE);
    queue.change(limits -> limits.withIdleThreads(limit));
  }

  @Override
  public long getIdleThreadTimeout() {
    return queue.limits().idleMillis();
  }

  @Override
  public void setIdleThreadTimeout(long aIdleThreadTimeout) {
    if (aIdleThreadTimeout < 0 || aIdleThreadTimeout > MAX_UNSIGNED) {
      throw outOfRange("idleThreadTimeout", aIdleThreadTimeout, 0, MAX_UNSIGNED);
    }
    queue.change(limits -> limits.withIdleMillis(aIdleThreadTimeout));
  }

  @Override
  public long getThreadStackSize() {
    return maker.stackSize();
  }

  @Override
  public void setThreadStackSize(long aThreadStackSize) {
    if (aThreadStackSize < 0 || aThreadStackSize > MAX_UNSIGNED) {
      throw outOfRange("threadStackSize", aThreadStackSize, 0, MAX_UNSIGNED);
    }
    maker.setStackSize(aThreadStackSize);
  }

  @Override
  public @Nullable nsIThreadPoolListener getListener() {
    return queue.listener();
  }

  @Override
  public void setListener(@Nullable nsIThreadPoolListener aListener) {
    queue.setListener(aListener);
  }

  @Override
  public void setName(String aName) {
    if (aName == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "name is null");
    }
    if (!queue.hasEnded()) {
      throw new XpcomException(
          NS_ERROR_NOT_AVAILABLE,
          "the pool has threads already\n  hint: name it before the first event");
    }
    maker.setName(aName);
  }

  private static int checked(String attribute, long value, int least, int most) {
    if (value < least || value > most) {
      throw outOfRange(attribute, value, least, most);
    }
    return (int) value;
  }

  private static XpcomException outOfRange(String attribute, long value, long least, long most) {
    return new XpcomException(
        NS_ERROR_ILLEGAL_VALUE,
        attribute + " " + value + " is not between " + least + " and " + most);
  }
}
