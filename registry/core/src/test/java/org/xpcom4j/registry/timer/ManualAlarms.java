package org.xpcom4j.registry.timer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock that a test turns. */
final class ManualAlarms implements Alarms {

  private record Alarm(long time, Runnable ring, CompletableFuture<Void> rung) {}

  private final List<Alarm> alarms = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // a clock may show anything, and run over

  @Override
  public long now() {
    return now;
  }

  @Override
  public Future<?> ringAt(long time, Ring ring) {
    var alarm = new Alarm(time, ring, new CompletableFuture<>());
    alarms.add(alarm);
    return alarm.rung;
  }

  /** Lets time pass; what is due rings at its time. */
  void pass(long millis) {
    long end = now + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Alarm next = dueBefore(end); next != null; next = dueBefore(end)) {
      now = Math.max(now - next.time, 0) + next.time;
      alarms.remove(next);
      if (next.rung.complete(null)) {
        next.ring.run();
      }
    }
    now = end;
  }

  private @Nullable Alarm dueBefore(long end) {
    return alarms.stream()
        .filter(alarm -> alarm.time - end <= 0)
        .min(Comparator.comparingLong(alarm -> alarm.time - end))
        .orElse(null);
  }

  /** How many alarms may still ring. */
  long pending() {
    return alarms.stream().filter(alarm -> !alarm.rung.isDone()).count();
  }
}
