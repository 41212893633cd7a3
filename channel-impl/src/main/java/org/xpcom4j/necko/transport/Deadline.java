package org.xpcom4j.necko.transport;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs something when time is up. May be put off cheaply. Lives on one socket thread. */
final class Deadline {
  private final EventExecutor loop;
  private final long nanos;
  private final Runnable whenUp;

  private @Nullable Future<?> scheduled;
  private long up;

  Deadline(EventExecutor loop, Duration duration, Runnable whenUp) {
    this.loop = loop;
    this.nanos = duration.toNanos();
    this.whenUp = whenUp;
  }

  /** Starts the time, or starts it anew. */
  void restart() {
    up = System.nanoTime() + nanos;
    if (scheduled == null) {
      schedule(nanos);
    }
  }

  boolean isRunning() {
    return scheduled != null;
  }

  void cancel() {
    if (scheduled != null) {
      scheduled.cancel(false);
      scheduled = null;
    }
  }

  private void schedule(long delayNanos) {
    scheduled = loop.schedule(this::check, delayNanos, TimeUnit.NANOSECONDS);
  }

  private void check() {
    long left = up - System.nanoTime();
    if (left > 0) {
      schedule(left);
      return;
    }
    scheduled = null;
    whenUp.run();
  }
}
