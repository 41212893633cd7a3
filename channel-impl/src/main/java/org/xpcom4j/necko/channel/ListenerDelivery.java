package org.xpcom4j.necko.channel;

import java.util.ArrayDeque;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.result.XpcomException;

/**
 * Carries events from any thread to the one event target of a channel, in order, one dispatch for what has come
 * together. A nested event loop inside a listener call hears the events that follow.
 */
final class ListenerDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerDelivery.class);

  /**
   * How much one dispatch delivers. A peer may send faster than the listener works; the thread's other events get their
   * turn all the same.
   */
  private static final int MAX_EVENTS_A_TURN = 64;

  private final nsIEventTarget target;
  private final IntConsumer consumed;
  private final Runnable targetDied;

  private final Object lock = new Object();
  private final ArrayDeque<DeliveryEvent> events = new ArrayDeque<>(); // guarded by lock
  private boolean dispatched; // guarded by lock: a drain is in the target's queue and has not begun
  private boolean ended; // guarded by lock
  private int suspensions; // guarded by lock

  /**
   * @param consumed told the payload of each message once its event has run
   * @param targetDied told once, on the thread that noticed, when the target takes no events any more
   */
  ListenerDelivery(nsIEventTarget target, IntConsumer consumed, Runnable targetDied) {
    this.target = target;
    this.consumed = consumed;
    this.targetDied = targetDied;
  }

  /** Queues an event; {@link #flush} gets it going. Nothing is taken after {@link #end}. */
  void post(DeliveryEvent event) {
    synchronized (lock) {
      if (!ended) {
        events.add(event);
      }
    }
  }

  /** Makes the target run what is queued. */
  void flush() {
    boolean dispatch;
    synchronized (lock) {
      if (ended || suspensions > 0 || events.isEmpty()) {
        return;
      }
      dispatch = !dispatched;
      dispatched = true;
    }
    if (dispatch) {
      dispatchDrain();
    } else if (target instanceof EventLoop loop && !loop.isAlive()) {
      die(null);
    }
  }

  /** Nothing is delivered until as many {@link #resume}s have come. */
  void suspend() {
    synchronized (lock) {
      suspensions++;
    }
  }

  /** Undoes one {@link #suspend}; false when there was none. */
  boolean resume() {
    synchronized (lock) {
      if (suspensions == 0) {
        return false;
      }
      suspensions--;
    }
    flush();
    return true;
  }

  /** Drops what is queued and takes nothing more. */
  void end() {
    synchronized (lock) {
      ended = true;
      events.clear();
    }
  }

  private void dispatchDrain() {
    try {
      target.dispatch(this::drain, nsIEventTarget.DISPATCH_NORMAL);
    } catch (XpcomException e) {
      die(e);
    }
  }

  private void drain() {
    synchronized (lock) {
      dispatched = false;
    }
    for (int turn = 0; turn < MAX_EVENTS_A_TURN; turn++) {
      DeliveryEvent event = next();
      if (event == null) {
        return;
      }
      try {
        event.run();
      } finally {
        if (event.messageBytes() >= 0) {
          consumed.accept(event.messageBytes());
        }
      }
    }
  }

  /** The next event. What is left is dispatched first: for the next turn, and for a nested loop inside the event. */
  private @Nullable DeliveryEvent next() {
    DeliveryEvent event;
    boolean dispatch;
    synchronized (lock) {
      if (suspensions > 0) {
        return null;
      }
      event = events.poll();
      dispatch = !events.isEmpty() && !dispatched;
      dispatched |= dispatch;
    }
    if (dispatch) {
      dispatchDrain();
    }
    return event;
  }

  private void die(@Nullable XpcomException cause) {
    synchronized (lock) {
      if (ended) {
        return;
      }
      ended = true;
      events.clear();
    }
    LOG.warn(
        "the thread that opened the channel takes no events any more; the channel is given up",
        cause);
    targetDied.run();
  }
}
