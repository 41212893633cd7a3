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

  private final List<Ending> threads;
  private final @Nullable EventLoop caller;
  private final Duration limit;
  private boolean interrupted;

  ThreadShutdown(List<Ending> threads, @Nullable EventLoop caller, Duration limit) {
    this.caller = caller;
    this.limit = limit;
    threads.forEach(Ending::ensureStopping);
    // A thread that closes the registry from one of its own events ends after that event.
    Thread own = Thread.currentThread();
    this.threads = threads.stream().filter(thread -> !thread.threads().contains(own)).toList();
  }

  void run() {
    // An earlier interrupt must not cut the waiting short; it is put back at the end.
    interrupted = Thread.interrupted();
    try {
      if (!await(limit)) {
        threads.forEach(Ending::abandon);
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
      return waiter.spinUntil(() -> threads.stream().allMatch(Ending::hasEnded), time)
          && join(GRACE);
    } catch (XpcomException disturbed) {
      interrupted |= Thread.interrupted();
      return false;
    }
  }

  private boolean join(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      for (Thread java : threads.stream().flatMap(thread -> thread.threads().stream()).toList()) {
        // At least one: zero would wait for ever.
        java.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
      return threads.stream().allMatch(Ending::hasEnded);
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

  private static void report(Ending thread) {
    thread.threads().stream().filter(Thread::isAlive).forEach(ThreadShutdown::report);
  }

  private static void report(Thread java) {
    LOG.warn(
        "thread {} did not end when the registry was closed; it is at\n{}",
        java.getName(),
        Arrays.stream(java.getStackTrace())
            .map(frame -> "  " + frame)
            .collect(Collectors.joining("\n")));
  }
}
