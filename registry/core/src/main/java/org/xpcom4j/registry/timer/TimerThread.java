package org.xpcom4j.registry.timer;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.manager.Daemons;
import org.xpcom4j.registry.plugin.Forgetful;
import org.xpcom4j.result.XpcomException;

/**
 * The one thread that waits for all timers of a registry. It starts with the first timer. While the
 * machine sleeps, which observers are told, nothing rings; what is overdue rings afterwards.
 */
@Component(
    cid = "{0e1b7d5c-8b5e-4b8e-9a57-7b2f4c6d8e13}",
    contracts = TimerThread.CONTRACT_ID,
    scope = Scope.SERVICE)
final class TimerThread implements nsIObserver, Alarms, Forgetful, AutoCloseable {

  static final String CONTRACT_ID = "@xpcom4j.org/timer-thread;1";

  private static final List<String> ASLEEP =
      List.of("sleep_notification", "suspend_process_notification");
  private static final List<String> AWAKE =
      List.of("wake_notification", "resume_process_notification");

  private final ScheduledThreadPoolExecutor waiting;

  /** All that may still ring, and perhaps some that will not: nothing else needs them then. */
  private final Set<Ring> rings =
      Collections.newSetFromMap(new WeakHashMap<>()); // guarded by itself

  private boolean asleep; // guarded by this
  private List<Runnable> overdue = new ArrayList<>(); // guarded by this

  @Inject
  TimerThread(
      @ContractId(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID) nsIObserverService observers) {
    waiting = new ScheduledThreadPoolExecutor(1, TimerThread::daemon);
    waiting.setRemoveOnCancelPolicy(true);
    ASLEEP.forEach(topic -> observers.addObserver(this, topic, false));
    AWAKE.forEach(topic -> observers.addObserver(this, topic, false));
  }

  private static Thread daemon(Runnable work) {
    return Daemons.make(work, "xpcom-timer", 0);
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public Future<?> ringAt(long time, Ring ring) {
    synchronized (rings) {
      rings.add(ring);
    }
    try {
      return waiting.schedule(() -> ringUnlessAsleep(ring), time - now(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      throw new XpcomException(
          NS_ERROR_NOT_INITIALIZED, "the registry is closing and sets no more timers", closed);
    }
  }

  private void ringUnlessAsleep(Runnable ring) {
    synchronized (this) {
      if (asleep) {
        overdue.add(ring);
        return;
      }
    }
    ring.run();
  }

  @Override
  public void observe(@Nullable nsISupports subject, String topic, @Nullable String data) {
    List<Runnable> ringing;
    synchronized (this) {
      asleep = ASLEEP.contains(topic);
      if (asleep) {
        return;
      }
      ringing = overdue;
      overdue = new ArrayList<>();
    }
    ringing.forEach(Runnable::run);
  }

  @Override
  public void forget(Predicate<Object> isGone) {
    List<Ring> all;
    synchronized (rings) {
      all = List.copyOf(rings);
    }
    all.forEach(ring -> ring.forget(isGone));
  }

  /** Forgets all timers. One that is just ringing may still do so. */
  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
