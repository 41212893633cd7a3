package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.result.XpcomException;

/**
 * A host's own loop (Swing, JavaFX, a single-threaded executor) as an event target. Made by {@link
 * EventLoops#adopt}.
 */
public final class HostLoop implements nsIEventTarget, AutoCloseable {

  private final ThreadManager manager;
  private final Executor executor;
  private final BooleanSupplier isOnThread;

  HostLoop(ThreadManager manager, Executor executor, BooleanSupplier isOnThread) {
    this.manager = manager;
    this.executor = executor;
    this.isOnThread = isOnThread;
  }

  /** Whether it runs on somebody else's objects of a kind. */
  boolean isOf(Predicate<Object> kind) {
    return kind.test(executor) || kind.test(isOnThread);
  }

  /**
   * {@inheritDoc}
   *
   * @return what the host's test says
   */
  @Override
  public boolean isOnCurrentThread() {
    return isOnThread.getAsBoolean();
  }

  /**
   * {@inheritDoc}
   *
   * <p>What the event throws is logged. A host's loop cannot be nested: {@code DISPATCH_SYNC} on the
   * loop's own thread runs the event at once, before what is waiting.
   *
   * @param event the work
   * @param flags {@code DISPATCH_NORMAL}, {@code DISPATCH_SYNC} or {@code DISPATCH_AT_END}
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if the event is null or a flag is unknown;
   *     {@code NS_ERROR_NOT_AVAILABLE} if the executor refuses, or {@code DISPATCH_SYNC} is asked by
   *     a thread without a loop; {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} if the registry is
   *     closing; {@code NS_ERROR_ABORT} if an interrupt ended the wait of {@code DISPATCH_SYNC}: the
   *     event still runs
   */
  @Override
  public void dispatch(nsIRunnable event, long flags) {
    if (!Events.isSync(event, flags)) {
      execute(event);
    } else if (isOnCurrentThread()) {
      Events.run(event, Thread.currentThread());
    } else {
      EventLoop waiter = manager.requireLoopToWait();
      var sync = new SyncEvent(event, waiter);
      execute(sync);
      waiter.spinUntil(sync::isDone);
    }
  }

  private void execute(nsIRunnable event) {
    manager.requireDispatch();
    try {
      executor.execute(() -> Events.run(event, Thread.currentThread()));
    } catch (RejectedExecutionException refused) {
      throw new XpcomException(
          NS_ERROR_NOT_AVAILABLE, "the host's loop takes no more events", refused);
    }
  }

  /** Lets the registry forget this loop. Events that it has still run, and dispatch still works. */
  @Override
  public void close() {
    manager.forget(this);
  }
}
