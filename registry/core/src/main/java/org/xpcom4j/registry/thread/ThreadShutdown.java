package org.xpcom4j.registry.thread;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.result.XpcomException;

/** Ends a set of threads within a time: asks, waits, insists, and then reports who stayed. */
final class ThreadShutdown {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadManager.class);

  /** How long a thread that was interrupted has to let go of its event. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final List<LoopThread> threads;
  private final @Nullable EventLoop caller;
  private final Duration limit;
  private boolean interrupted;

  ThreadShutdown(List<LoopThread> threads, @Nullable EventLoop caller, Duration limit) {
    this.caller = caller;
    this.limit = limit;
    // A thread that closes the registry from one of its own events ends after that event.
    threads.forEach(LoopThread::ensureStopping);
    this.threads = threads.stream().filter(thread -> thread.loop() != caller).toList();
  }

  void run() {
    // An earlier interrupt must not cut the waiting short; it is put back at the end.
    interrupted = Thread.interrupted();
    try {
      if (!await(limit)) {
        threads.forEach(LoopThread::abandon);
        if (!await(GRACE)) {
          threads.stream().filter(thread -> !thread.hasEnded()).forEach(ThreadShutdown::report);
        }
      }
      runPending();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells whether all have ended. An interrupt ends the time at once, and is kept for the end. */
  private boolean await(Duration time) {
    return caller == null ? join(time) : spin(caller, time);
  }

  private boolean spin(EventLoop waiter, Duration time) {
    threads.forEach(thread -> thread.whenEnded(waiter::wake));
    try {
      return waiter.spinUntil(() -> threads.stream().allMatch(LoopThread::hasEnded), time)
          && join(GRACE);
    } catch (XpcomException disturbed) {
      interrupted |= Thread.interrupted();
      return false;
    }
  }

  private boolean join(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      for (LoopThread thread : threads) {
        // At least one: zero would wait for ever.
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
      return threads.stream().allMatch(LoopThread::hasEnded);
    } catch (InterruptedException disturbed) {
      interrupted = true;
      return false;
    }
  }

  /** The caller's events that are there now, and those that they bring, within the limit. */
  private void runPending() {
    if (caller != null) {
      long start = System.nanoTime();
      while (caller.runNext() && System.nanoTime() - start < limit.toNanos()) {}
    }
  }

  private static void report(LoopThread thread) {
    Thread java = thread.loop().thread();
    LOG.warn(
        "thread {} did not end when the registry was closed; it is at\n{}",
        java.getName(),
        Arrays.stream(java.getStackTrace())
            .map(frame -> "  " + frame)
            .collect(Collectors.joining("\n")));
  }
}
