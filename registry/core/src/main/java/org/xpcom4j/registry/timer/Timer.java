package org.xpcom4j.registry.timer;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ALREADY_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;

import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsITimer;
import org.xpcom4j.interfaces.nsITimerCallback;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.thread.EventLoops;
import org.xpcom4j.result.XpcomException;

/** One timer. What it calls runs on its target; everything else may be called from any thread. */
@Component(cid = "{5ff24248-1dd2-11b2-8427-fbab44f29bc8}", contracts = nsITimer.NS_TIMER_CONTRACTID)
final class Timer implements nsITimer {

  private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

  private static final String TOPIC = "timer-callback";
  private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;
  private static final Future<?> RUNG = CompletableFuture.completedFuture(null);

  private final Alarms alarms;
  private final EventLoops loops;

  // All guarded by this.
  private @Nullable nsIEventTarget target;
  private long delay;
  private long type;
  private @Nullable Setting setting; // null unless something is still to come

  @Inject
  Timer(Xpcom xpcom, EventLoops loops) {
    this(xpcom.getService(TimerThread.CONTRACT_ID, TimerThread.class), loops);
  }

  Timer(Alarms alarms, EventLoops loops) {
    this.alarms = alarms;
    this.loops = loops;
    this.target = loops.findCurrentTarget().orElse(null);
  }

  @Override
  public void init(nsIObserver aObserver, long aDelay, long aType) {
    present(aObserver, "observer");
    set(null, aObserver, () -> aObserver.observe(this, TOPIC, null), aDelay, aType);
  }

  @Override
  public void initWithCallback(nsITimerCallback aCallback, long aDelay, long aType) {
    present(aCallback, "callback");
    set(aCallback, aCallback, () -> aCallback.notify_(this), aDelay, aType);
  }

  private synchronized void set(
      @Nullable nsITimerCallback callback,
      nsISupports called,
      Runnable call,
      long newDelay,
      long newType) {
    requireUnsigned(newDelay, "delay");
    requireUnsigned(newType, "type");
    if (target == null) {
      throw new XpcomException(
          NS_ERROR_NOT_AVAILABLE,
          "nothing ran events on the thread that made this timer\n"
              + "  hint: set its target, or read currentThread there before");
    }
    cancel();
    delay = newDelay;
    type = newType;
    var set = new Setting(callback, called, call, target);
    set.waitUntil(alarms.now() + delayNanos());
    setting = set;
  }

  @Override
  public synchronized void cancel() {
    if (setting != null) {
      setting.alarm.cancel(false);
      setting = null;
    }
  }

  @Override
  public synchronized long getDelay() {
    return delay;
  }

  @Override
  public synchronized void setDelay(long aDelay) {
    requireUnsigned(aDelay, "delay");
    if (setting == null) {
      throw new XpcomException(
          NS_ERROR_NOT_INITIALIZED,
          "the timer is not set, or has fired\n  hint: init and initWithCallback take the delay");
    }
    delay = aDelay;
    if (setting.alarm.cancel(false)) { // else it is ringing: the new delay counts the next time
      setting.waitUntil(alarms.now() + delayNanos());
    }
  }

  @Override
  public synchronized long getType() {
    return type;
  }

  @Override
  public synchronized void setType(long aType) {
    requireUnsigned(aType, "type");
    type = aType;
  }

  @Override
  public synchronized @Nullable nsITimerCallback getCallback() {
    return setting == null ? null : setting.callback;
  }

  @Override
  public synchronized @Nullable nsIEventTarget getTarget() {
    return target;
  }

  @Override
  public synchronized void setTarget(@Nullable nsIEventTarget aTarget) {
    if (setting != null) {
      throw new XpcomException(
          NS_ERROR_ALREADY_INITIALIZED, "the timer is set\n  hint: cancel it first");
    }
    target = aTarget != null ? aTarget : loops.findCurrentTarget().orElseThrow(Timer::noTarget);
  }

  private static XpcomException noTarget() {
    return new XpcomException(
        NS_ERROR_NOT_AVAILABLE,
        "nothing runs events on thread "
            + Thread.currentThread().getName()
            + "\n  hint: read currentThread there once");
  }

  private long delayNanos() {
    return TimeUnit.MILLISECONDS.toNanos(delay);
  }

  private static void requireUnsigned(long value, String what) {
    if (value < 0 || value > MAX_UNSIGNED) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE, what + " " + value + " is not between 0 and " + MAX_UNSIGNED);
    }
  }

  private static void present(@Nullable Object argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
  }

  /** What the timer was set to. Another one takes its place, or none, when it is set anew or cancelled. */
  private final class Setting implements Alarms.Ring {
    private final @Nullable nsITimerCallback callback;
    private final nsISupports called;
    private final Runnable call;
    private final nsIEventTarget where;

    // Both guarded by the timer.
    private long time;
    private Future<?> alarm = RUNG;

    Setting(
        @Nullable nsITimerCallback callback,
        nsISupports called,
        Runnable call,
        nsIEventTarget where) {
      this.callback = callback;
      this.called = called;
      this.call = call;
      this.where = where;
    }

    void waitUntil(long next) {
      time = next;
      alarm = alarms.ringAt(next, this);
    }

    @Override
    public void forget(Predicate<Object> isGone) {
      if (isGone.test(called) || isGone.test(where)) {
        end();
      }
    }

    private boolean isCurrent() {
      synchronized (Timer.this) {
        return setting == this;
      }
    }

    @Override
    public void run() {
      if (!isCurrent()) {
        return;
      }
      try {
        where.dispatch(this::fire, nsIEventTarget.DISPATCH_NORMAL);
      } catch (XpcomException refused) {
        LOG.debug("a timer ends with its target {}", where, refused);
        end();
      }
    }

    private void fire() {
      if (!isCurrent()) {
        return;
      }
      try {
        call.run();
      } catch (Throwable failure) {
        LOG.error("what a timer called failed", failure);
      } finally {
        goOn();
      }
    }

    private void goOn() {
      synchronized (Timer.this) {
        if (setting != this) {
          return;
        }
        if (type == TYPE_ONE_SHOT) {
          setting = null;
          return;
        }
        try {
          waitUntil(next());
        } catch (XpcomException closing) {
          setting = null;
        }
      }
    }

    private long next() {
      long now = alarms.now();
      if (type == TYPE_REPEATING_SLACK) {
        return now + delayNanos();
      }
      long next = time + delayNanos();
      if (type == TYPE_REPEATING_PRECISE || delay == 0 || now - next < delayNanos()) {
        return next;
      }
      return next + (now - next) / delayNanos() * delayNanos();
    }

    private void end() {
      synchronized (Timer.this) {
        if (setting == this) {
          cancel();
        }
      }
    }
  }
}
