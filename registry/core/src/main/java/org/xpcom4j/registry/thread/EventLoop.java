package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIThread;
import org.xpcom4j.result.XpcomException;

/**
 * The event loop of one Java thread in one registry.
 *
 * <p>Any thread may dispatch; events of one dispatching thread run in its order, one at a time, on
 * the loop's thread. A thread made by {@code newThread} runs its loop by itself; on any other
 * thread, events run while the thread is inside {@link #spinUntil(BooleanSupplier) spinUntil} or
 * {@link #processNextEvent processNextEvent}. Both may be called inside an event (nested loops).
 *
 * <p>What an event throws is logged together with the event, and the loop goes on. An interrupt
 * ends a wait for events with {@code NS_ERROR_ABORT} and stays set; it does not end a thread made by
 * {@code newThread}, which {@link #shutdown} does.
 */
public final class EventLoop implements nsIThread {

  /** How long a condition may stay unread that becomes true without an event. */
  private static final long RECHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Wakes the loop and counts for no event. */
  private static final nsIRunnable NOTHING = () -> {};

  private final ThreadManager manager;
  private final Thread thread;
  private final Mailbox mailbox;

  /** The life of a thread that the manager made; null for threads that exist without it. */
  private final @Nullable LoopThread made;

  EventLoop(ThreadManager manager, Thread thread, @Nullable LoopThread made) {
    this.manager = manager;
    this.thread = thread;
    this.mailbox = new Mailbox(thread);
    this.made = made;
  }

  /**
   * Returns the name of the Java thread.
   *
   * @return its present name
   */
  public String name() {
    return thread.getName();
  }

  /**
   * Tells whether events that are dispatched now may still run. A caller that waits for a loop asks
   * this now and then, for a thread may end without a word.
   *
   * @return false for good once the Java thread has ended, or the registry is closed
   */
  public boolean isAlive() {
    return !mailbox.isClosed() && thread.isAlive() && !manager.isClosed();
  }

  /**
   * {@inheritDoc}
   *
   * @return whether the calling thread is this loop's thread
   */
  @Override
  public boolean isOnCurrentThread() {
    return Thread.currentThread() == thread;
  }

  /**
   * {@inheritDoc}
   *
   * <p>With {@code DISPATCH_SYNC} the calling thread needs a loop of its own, whose events run
   * meanwhile. The event's outcome is not told: what it throws is logged here as always.
   *
   * @param event the work
   * @param flags {@code DISPATCH_NORMAL}, {@code DISPATCH_SYNC} or {@code DISPATCH_AT_END}
   * @throws XpcomException and the event will not run: {@code NS_ERROR_ILLEGAL_VALUE} if the event
   *     is null or a flag is unknown; {@code NS_ERROR_UNEXPECTED} if the thread has ended; {@code
   *     NS_ERROR_ILLEGAL_DURING_SHUTDOWN} if the registry is closing; {@code
   *     NS_ERROR_NOT_AVAILABLE} if {@code DISPATCH_SYNC} is asked by a thread without a loop. {@code
   *     NS_ERROR_ABORT} if an interrupt ended the wait of {@code DISPATCH_SYNC}: the event still
   *     runs
   */
  @Override
  public void dispatch(nsIRunnable event, long flags) {
    if (Events.isSync(event, flags)) {
      dispatchAndWait(event);
    } else {
      enqueue(event);
    }
  }

  private void enqueue(nsIRunnable event) {
    manager.requireDispatchTo(this);
    // A made thread closes its mailbox before it ends; others just end.
    if ((made == null && !thread.isAlive()) || !mailbox.put(event)) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED, "thread " + name() + " has ended and takes no more events");
    }
  }

  private void dispatchAndWait(nsIRunnable event) {
    if (isOnCurrentThread()) {
      var sync = new SyncEvent(event, null);
      enqueue(sync);
      spin(sync::isDone, Mailbox.FOREVER);
      return;
    }
    EventLoop waiter = manager.requireLoopToWait();
    var sync = new SyncEvent(event, waiter);
    enqueue(sync);
    waiter.spin(() -> sync.isDone() || !isAlive(), Mailbox.FOREVER);
    if (!sync.isDone()) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED, "thread " + name() + " ended before it ran the event");
    }
  }

  /**
   * {@inheritDoc}
   *
   * @return whether an event is waiting
   * @throws XpcomException {@code NS_ERROR_NOT_SAME_THREAD} on another thread
   */
  @Override
  public boolean hasPendingEvents() {
    requireOwnThread("hasPendingEvents");
    return !mailbox.isEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * @param mayWait whether to wait for an event if there is none
   * @return whether an event has run
   * @throws XpcomException {@code NS_ERROR_NOT_SAME_THREAD} on another thread. While waiting: {@code
   *     NS_ERROR_ABORT} if the thread is interrupted; {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} if the
   *     registry is closed, for then no event can come
   */
  @Override
  public boolean processNextEvent(boolean mayWait) {
    requireOwnThread("processNextEvent");
    while (true) {
      nsIRunnable event = mailbox.take();
      if (event == null) {
        if (!mayWait) {
          return false;
        }
        requireUndisturbed();
        mailbox.sleep(Mailbox.FOREVER);
      } else if (event != NOTHING) {
        Events.run(event, thread);
        return true;
      }
    }
  }

  /**
   * Runs events until a condition holds, and waits while there are none.
   *
   * @param condition evaluated on this thread: before the first event, after each, and some times a
   *     second while there are none, so that it may also depend on what other threads do
   * @throws XpcomException {@code NS_ERROR_NOT_SAME_THREAD} on another thread; {@code
   *     NS_ERROR_ABORT} if the thread is interrupted, and the interrupt flag stays set; {@code
   *     NS_ERROR_ILLEGAL_DURING_SHUTDOWN} if the registry is closed, for then no event can come
   */
  public void spinUntil(BooleanSupplier condition) {
    requireOwnThread("spinUntil");
    spin(condition, Mailbox.FOREVER);
  }

  /**
   * Runs events until a condition holds or the time is over. An event that is running is not cut
   * short.
   *
   * @param condition as for {@link #spinUntil(BooleanSupplier)}
   * @param limit how long to go on
   * @return whether the condition holds
   * @throws XpcomException as {@link #spinUntil(BooleanSupplier)}
   */
  public boolean spinUntil(BooleanSupplier condition, Duration limit) {
    requireOwnThread("spinUntil");
    return spin(condition, nanos(limit));
  }

  private static long nanos(Duration limit) {
    return limit.compareTo(Duration.ofNanos(Mailbox.FOREVER)) < 0
        ? limit.toNanos()
        : Mailbox.FOREVER;
  }

  private boolean spin(BooleanSupplier condition, long nanos) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      requireUninterrupted();
      if (!runNext()) {
        requireUndisturbed();
        mailbox.sleep(Math.min(left, RECHECK_NANOS));
      }
    }
    return true;
  }

  private void requireUndisturbed() {
    requireUninterrupted();
    if (manager.isClosed()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN,
          "the registry is closed: no more events come to thread " + name());
    }
  }

  private void requireUninterrupted() {
    if (thread.isInterrupted()) {
      throw new XpcomException(
          NS_ERROR_ABORT, "thread " + name() + " was interrupted while it ran its event loop");
    }
  }

  private void requireOwnThread(String method) {
    if (!isOnCurrentThread()) {
      throw new XpcomException(
          NS_ERROR_NOT_SAME_THREAD,
          method
              + " of thread "
              + name()
              + " was called on thread "
              + Thread.currentThread().getName());
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>All events run that are there or come while the thread still works on others; from then on
   * dispatch is refused. The calling thread's own events run meanwhile, if it has a loop.
   *
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} on the thread itself, while another shutdown
   *     of it is under way, and for a thread that {@code newThread} did not make; {@code
   *     NS_ERROR_ABORT} if the caller is interrupted: the thread ends all the same
   */
  @Override
  public void shutdown() {
    LoopThread ending = requireMade("shutdown");
    if (ending.hasEnded()) {
      return;
    }
    if (isOnCurrentThread()) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED, "thread " + name() + " cannot wait for its own end");
    }
    ending.stop(() -> {});
    manager.awaitEnd(ending);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A thread made by {@code newThread} that calls this ends itself only after the other.
   *
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} as for {@link #shutdown}
   */
  @Override
  public void asyncShutdown() {
    LoopThread ending = requireMade("asyncShutdown");
    if (ending.hasEnded()) {
      return;
    }
    if (isOnCurrentThread()) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED, "thread " + name() + " cannot be shut down by itself");
    }
    EventLoop caller = manager.current();
    if (caller == null || caller.made == null) {
      ending.stop(() -> {});
    } else {
      caller.made.endAfter(ending);
    }
  }

  private LoopThread requireMade(String method) {
    if (made == null) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED,
          method + " ends threads that newThread made, and thread " + name() + " is none");
    }
    return made;
  }

  @Nullable LoopThread made() {
    return made;
  }

  Thread thread() {
    return thread;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** Runs one event, or takes one wake-up, if there is one; own thread only. */
  boolean runNext() {
    nsIRunnable event = mailbox.take();
    if (event == null) {
      return false;
    }
    Events.run(event, thread);
    return true;
  }

  /** Lets a waiting loop look at its condition again. Any thread, in every phase. */
  void wake() {
    mailbox.put(NOTHING);
  }

  /**
   * Names the thread.
   *
   * @return text for logs
   */
  @Override
  public String toString() {
    return "EventLoop[" + name() + "]";
  }
}
