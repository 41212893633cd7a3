package org.xpcom4j.registry.thread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIThreadPoolListener;

/**
 * The events of a pool, and the threads that take them. While there are events there is a thread, so that
 * none is forgotten.
 */
final class PoolQueue implements Ending {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadPool.class);

  private final ThreadManager manager;
  private final PoolThreads maker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // All guarded by lock.
  private final Queue<nsIRunnable> events = new ArrayDeque<>();
  private final Set<Thread> workers = new LinkedHashSet<>();
  private final List<Runnable> onEmpty = new ArrayList<>();
  private PoolLimits limits = PoolLimits.DEFAULTS;
  private @Nullable nsIThreadPoolListener listener;
  private int idle;
  private int made;
  private boolean stopping;
  private List<Thread> ending = List.of(); // those that were there when it was told to stop

  PoolQueue(ThreadManager manager, PoolThreads maker) {
    this.manager = manager;
    this.maker = maker;
  }

  /**
   * Adds an event, and a thread if it is needed and allowed.
   *
   * @return false if the pool is ending
   * @throws OutOfMemoryError and the event is not added, if there is no thread and none can be made
   */
  boolean put(nsIRunnable event, boolean mayStartThread) {
    lock.lock();
    try {
      if (stopping) {
        return false;
      }
      if (workers.isEmpty()) {
        startFirstWorker();
      } else if (mayStartThread && workers.size() < limits.threads() && events.size() >= idle) {
        startAnotherWorker();
      }
      events.add(event);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void startFirstWorker() {
    manager.add(this);
    try {
      startWorker();
    } catch (OutOfMemoryError refused) {
      manager.forget(this);
      throw refused;
    }
  }

  private void startAnotherWorker() {
    try {
      startWorker();
    } catch (OutOfMemoryError refused) {
      LOG.warn("the system gives no more threads; {} do the work of a pool", workers.size());
    }
  }

  private void startWorker() {
    nsIThreadPoolListener told = listener;
    Thread worker = maker.make(made + 1, () -> work(told));
    worker.start();
    made++;
    workers.add(worker);
  }

  private void work(@Nullable nsIThreadPoolListener told) {
    try {
      tell(told, nsIThreadPoolListener::onThreadCreated);
      for (nsIRunnable event = take(); event != null; event = take()) {
        Events.run(event, Thread.currentThread());
        // An interrupt is for the event that ran when it came.
        boolean unused = Thread.interrupted();
      }
    } finally {
      leave();
      tell(told, nsIThreadPoolListener::onThreadShuttingDown);
    }
  }

  private interface News {
    void tell(nsIThreadPoolListener listener);
  }

  private static void tell(@Nullable nsIThreadPoolListener listener, News news) {
    if (listener != null) {
      Events.run(() -> news.tell(listener), Thread.currentThread());
    }
  }

  /** Waits for an event; null if the calling thread has nothing more to do, and it is no worker any more. */
  private @Nullable nsIRunnable take() {
    lock.lock();
    try {
      nsIRunnable event = events.poll();
      if (event == null && mayIdle()) {
        idle++;
        event = await();
        idle--;
      }
      if (event == null) {
        remove(Thread.currentThread());
      }
      return event;
    } finally {
      lock.unlock();
    }
  }

  private boolean mayIdle() {
    return !stopping && idle < limits.idleThreads() && workers.size() <= limits.threads();
  }

  /** The calling thread counts as idle already. */
  private @Nullable nsIRunnable await() {
    long start = System.nanoTime();
    nsIRunnable event = events.poll();
    while (event == null
        && !stopping
        && idle <= limits.idleThreads()
        && workers.size() <= limits.threads()) {
      long left = idleNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        return null;
      }
      try {
        long unused = changed.awaitNanos(left);
      } catch (InterruptedException interrupted) {
        // Nobody's business: an event's interrupt came late, or the registry gives this thread up,
        // which has told the pool to end before.
      }
      event = events.poll();
    }
    return event;
  }

  private long idleNanos() {
    return limits.idleMillis() == PoolLimits.FOREVER
        ? Long.MAX_VALUE
        : TimeUnit.MILLISECONDS.toNanos(limits.idleMillis());
  }

  /** Takes care of a worker that an error threw out. */
  private void leave() {
    lock.lock();
    try {
      remove(Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  private void remove(Thread worker) {
    if (workers.remove(worker) && workers.isEmpty()) {
      manager.forget(this);
      onEmpty.forEach(Runnable::run);
      onEmpty.clear();
    }
  }

  @Override
  public void whenEnded(Runnable action) {
    lock.lock();
    try {
      if (workers.isEmpty()) {
        action.run();
      } else {
        onEmpty.add(action);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void ensureStopping() {
    lock.lock();
    try {
      if (!stopping) {
        stopping = true;
        ending = List.copyOf(workers);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there are no threads; until it was told to stop there may be some again. */
  @Override
  public boolean hasEnded() {
    lock.lock();
    try {
      return workers.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void abandon() {
    lock.lock();
    try {
      if (!events.isEmpty()) {
        LOG.warn("a pool was given up with {} events that never ran", events.size());
        events.clear();
      }
      workers.forEach(Thread::interrupt);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Thread> threads() {
    lock.lock();
    try {
      return stopping ? ending : List.copyOf(workers);
    } finally {
      lock.unlock();
    }
  }

  boolean isWorker(Thread thread) {
    lock.lock();
    try {
      return workers.contains(thread);
    } finally {
      lock.unlock();
    }
  }

  PoolLimits limits() {
    lock.lock();
    try {
      return limits;
    } finally {
      lock.unlock();
    }
  }

  /** Changes the limits; threads that are too many from now on end when they have nothing to do. */
  void change(UnaryOperator<PoolLimits> change) {
    lock.lock();
    try {
      limits = change.apply(limits);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Nullable nsIThreadPoolListener listener() {
    lock.lock();
    try {
      return listener;
    } finally {
      lock.unlock();
    }
  }

  void setListener(@Nullable nsIThreadPoolListener newListener) {
    lock.lock();
    try {
      listener = newListener;
    } finally {
      lock.unlock();
    }
  }
}
