package org.xpcom4j.contract.host.command;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** What waits to be sent, in order, while the channel has no room for it; one thread's own. */
final class Outbox {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private @Nullable XpcomException refusal;

  /** Sends at once if nothing waits and the channel has room. */
  void add(Runnable sending) {
    waiting.add(sending);
    pump();
  }

  /** Sends what the channel has room for. After a refusal nothing is sent: it would be out of order. */
  void pump() {
    try {
      while (refusal == null && !waiting.isEmpty()) {
        waiting.element().run();
        waiting.remove();
      }
    } catch (XpcomException e) {
      if (e.result() != Nsresult.NS_BASE_STREAM_WOULD_BLOCK) {
        refusal = e;
      }
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Why nothing more can be sent, or null. */
  @Nullable XpcomException refusal() {
    return refusal;
  }
}
