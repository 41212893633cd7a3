package org.xpcom4j.registry.thread;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIRunnable;

/**
 * The events that wait for one thread: any thread puts them in, the owner takes them out and sleeps
 * while there are none.
 *
 * <p>An event for which {@link #put} answered true is taken by the owner unless it abandons the
 * mailbox; one for which it answered false never is.
 */
final class Mailbox {

  static final long FOREVER = Long.MAX_VALUE;

  private static final int CHUNK = 64;

  private enum State {
    AWAKE,
    /** The owner sleeps or is about to: whoever puts an event in wakes it, and only the first. */
    ASLEEP,
    /** The owner found the queue empty and looks once more; lasts a few instructions. */
    CLOSING,
    CLOSED
  }

  private static final AtomicReferenceFieldUpdater<Mailbox, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Mailbox.class, State.class, "state");

  private final Thread owner;
  // The variant without Unsafe: newer JDKs warn about the other.
  private final MpscUnboundedAtomicArrayQueue<nsIRunnable> queue =
      new MpscUnboundedAtomicArrayQueue<>(CHUNK);
  private volatile State state = State.AWAKE;

  /** What was put in while the owner closed; guarded by itself, as is the queue once closed. */
  private final List<nsIRunnable> leftovers = new ArrayList<>();

  Mailbox(Thread owner) {
    this.owner = owner;
  }

  /** Puts an event in and wakes the owner if it sleeps. Any thread; false if the box is closed. */
  boolean put(nsIRunnable event) {
    if (state == State.CLOSED) {
      return false;
    }
    queue.offer(event);
    // The event must be visible before the state is read. The owner does the reverse: it announces
    // sleep or closing and then looks into the queue, so one of the two sees the other.
    VarHandle.fullFence();
    return switch (state) {
      case AWAKE -> true;
      case ASLEEP -> wake();
      case CLOSING, CLOSED -> settle(event);
    };
  }

  private boolean wake() {
    if (STATE.compareAndSet(this, State.ASLEEP, State.AWAKE)) {
      LockSupport.unpark(owner);
    }
    return true;
  }

  /** Finds out whether an event that met a closing owner was seen by it. */
  private boolean settle(nsIRunnable event) {
    while (state == State.CLOSING) {
      Thread.onSpinWait();
    }
    return state != State.CLOSED || !withdraw(event);
  }

  private boolean withdraw(nsIRunnable event) {
    synchronized (leftovers) {
      queue.drain(leftovers::add);
      for (int i = 0; i < leftovers.size(); i++) {
        if (leftovers.get(i) == event) {
          leftovers.remove(i);
          return true;
        }
      }
      return false;
    }
  }

  /** Takes the oldest event; owner only. */
  @Nullable nsIRunnable take() {
    return queue.poll();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /**
   * Sleeps until an event is there, the time is over or the thread is interrupted, and now and then
   * for no reason; owner only. The interrupt flag is not touched.
   */
  void sleep(long nanos) {
    state = State.ASLEEP;
    if (queue.isEmpty()) {
      if (nanos == FOREVER) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
    }
    state = State.AWAKE;
  }

  /** Closes for good unless an event is there; owner only, which takes nothing afterwards. */
  boolean closeIfEmpty() {
    state = State.CLOSING;
    boolean empty = queue.isEmpty();
    state = empty ? State.CLOSED : State.AWAKE;
    return empty;
  }

  /** Closes for good and drops what is there; owner only. Tells how many events were dropped. */
  int abandon() {
    state = State.CLOSED;
    synchronized (leftovers) {
      queue.drain(leftovers::add);
      return leftovers.size();
    }
  }
}
