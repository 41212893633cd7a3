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

  private Jobs() {}

  /**
   * Does a task for each number below a count, in no certain order, and returns when all are done.
   *
   * @param jobs how many threads take part
   */
  static void each(int jobs, int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (RuntimeException | Error thrown) {
            next.set(count);
            failure.compareAndSet(null, thrown);
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= Math.min(jobs, count); i++) {
      Thread thread = new Thread(null, worker, "xpidl-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    threads.forEach(Jobs::join);
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("a thread failed", thrown);
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
