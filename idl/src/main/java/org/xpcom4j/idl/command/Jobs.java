package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Spreads work over threads. */
final class Jobs {
  /** Deeply nested IDL needs more than a thread has by default. */
  private static final long STACK_BYTES = 8L << 20;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();

  private Jobs() {}

  /**
   * Starts a task for each number below a count, begun in that order.
   *
   * @param jobs how many threads take part; with none, nothing is done
   */
  static Jobs start(int jobs, int count, IntConsumer task) {
    Jobs started = new Jobs();
    for (int i = 1; i <= Math.min(jobs, count); i++) {
      Thread thread = new Thread(null, () -> started.work(count, task), "xpidl-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      started.threads.add(thread);
    }
    return started;
  }

  /** No threads. */
  static Jobs none() {
    return new Jobs();
  }

  /** Does a task for each number below a count, and returns when all are done. */
  static void each(int jobs, int count, IntConsumer task) {
    start(jobs, count, task).await();
  }

  /** Returns when all that was started is done. */
  void await() {
    for (Thread thread : threads) {
      join(thread);
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("a thread failed", thrown);
    }
  }

  private void work(int count, IntConsumer task) {
    try {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        task.accept(i);
      }
    } catch (RuntimeException | Error thrown) {
      next.set(count);
      failure.compareAndSet(null, thrown);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
