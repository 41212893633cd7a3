package org.xpcom4j.registry.timer;

import java.util.concurrent.Future;
import java.util.function.Predicate;

/** A clock, and what rings when it shows a time. */
interface Alarms {

  /** What rings, on behalf of somebody. */
  interface Ring extends Runnable {

    /** Rings no more if it calls something of a plug-in that is gone. */
    void forget(Predicate<Object> isGone);
  }

  /** The time in nanoseconds; only differences mean something. */
  long now();

  /**
   * Lets something run once the clock shows a time, at once if it has passed. Alarms for the same
   * time ring in the order in which they were set.
   *
   * @param time when
   * @param ring quick, and throws nothing
   * @return cancels it
   * @throws org.xpcom4j.result.XpcomException {@code NS_ERROR_NOT_INITIALIZED} once the registry is
   *     closing
   */
  Future<?> ringAt(long time, Ring ring);
}
