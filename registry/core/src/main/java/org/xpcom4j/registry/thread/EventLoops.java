package org.xpcom4j.registry.thread;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.xpcom4j.interfaces.nsIEventTarget;

/**
 * Finds the event loop of the calling thread, without making one. Components get it by injection;
 * it is the same object as the service {@code @mozilla.org/thread-manager;1}.
 */
public interface EventLoops {

  /**
   * Finds the calling thread's own event loop.
   *
   * @return the loop; empty if this thread has none in this registry, or the registry is closed
   */
  Optional<EventLoop> findCurrent();

  /**
   * Finds what runs events on the calling thread: the adopted host loop that claims this thread, or
   * else the thread's own event loop. The host loop comes first because it is the one that somebody
   * runs.
   *
   * @return the target; empty if nothing would run an event on this thread, or the registry is
   *     closed
   */
  Optional<nsIEventTarget> findCurrentTarget();

  /**
   * Makes a host's own loop known as an event target, as in {@code
   * adopt(SwingUtilities::invokeLater, SwingUtilities::isEventDispatchThread)}.
   *
   * @param executor runs what it is given later, one after the other, in order; never inside {@code
   *     execute}
   * @param isOnThread tells whether the calling thread is the one that the executor runs on; called
   *     from any thread
   * @return the target, known until it is closed
   */
  HostLoop adopt(Executor executor, BooleanSupplier isOnThread);
}
