package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.result.XpcomException;

/** What all event targets do alike with an event. */
final class Events {

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

  private static final long KNOWN_FLAGS =
      nsIEventTarget.DISPATCH_SYNC | nsIEventTarget.DISPATCH_AT_END;

  private Events() {}

  /** Checks the arguments of dispatch and tells whether the caller wants to wait. */
  static boolean isSync(@Nullable nsIRunnable event, long flags) {
    if (event == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "event is null");
    }
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE, "dispatch knows no flag 0x" + Long.toHexString(flags));
    }
    return (flags & nsIEventTarget.DISPATCH_SYNC) != 0;
  }

  /** Runs an event; what it throws, errors included, must not reach the loop. */
  static void run(nsIRunnable event, Thread thread) {
    try {
      event.run();
    } catch (Throwable failure) {
      LOG.error("event {} failed on thread {}", event, thread.getName(), failure);
    }
  }
}
