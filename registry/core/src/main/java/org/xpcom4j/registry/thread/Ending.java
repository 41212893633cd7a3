package org.xpcom4j.registry.thread;

import java.util.List;

/** A thread, or several that belong together, which the registry ends when it is closed. */
interface Ending {

  /** Tells it to end once it has nothing left to do, unless that has been done; never fails. */
  void ensureStopping();

  boolean hasEnded();

  /** Runs an action when it has ended, at once if that is so already. */
  void whenEnded(Runnable action);

  /** Ends it without its remaining events, as soon as the running ones let go. */
  void abandon();

  /** The Java threads, which are gone a moment after it has ended. */
  List<Thread> threads();
}
