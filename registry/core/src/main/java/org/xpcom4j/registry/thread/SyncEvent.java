package org.xpcom4j.registry.thread;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIRunnable;

/** An event whose end somebody waits for. */
final class SyncEvent implements nsIRunnable {

  private final nsIRunnable event;
  private final @Nullable EventLoop waiter;
  private volatile boolean done;

  /** The waiter is woken when the event has run; null if it waits on the thread that runs it. */
  SyncEvent(nsIRunnable event, @Nullable EventLoop waiter) {
    this.event = event;
    this.waiter = waiter;
  }

  /** Returns normally: a failure is logged before the waiter goes on. */
  @Override
  public void run() {
    Events.run(event, Thread.currentThread());
    done = true;
    if (waiter != null) {
      waiter.wake();
    }
  }

  boolean isDone() {
    return done;
  }
}
