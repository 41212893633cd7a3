package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/** Components that need each other while they are made, with the whole path. */
final class Cycle {

  /** Longer paths are cut in the middle. */
  private static final int SHOWN = 30;

  private final List<String> steps = new ArrayList<>();

  /** Adds the creations from one to another further in, both included. */
  Cycle from(Creation first, @Nullable Creation innermost) {
    Deque<String> path = new ArrayDeque<>();
    for (Creation at = innermost; at != null; at = at.outer()) {
      path.push(at + onThread(at.thread()));
      if (at == first) {
        break;
      }
    }
    steps.addAll(path);
    return this;
  }

  /** Closes the path with what is asked for now. */
  XpcomException closedBy(String step) {
    steps.add(step);
    int left = steps.size() - SHOWN;
    if (left > 0) {
      steps.subList(SHOWN / 2, SHOWN / 2 + left).clear();
      steps.add(SHOWN / 2, "… and " + left + " more");
    }
    return new XpcomException(
        NS_ERROR_NOT_AVAILABLE,
        "components need each other while they are made\n  "
            + String.join("\n    -> ", steps)
            + "\n  hint: take a Provider in one of the constructors, and ask it after construction");
  }

  /** The error for a service or instance that the calling thread is making already. */
  static XpcomException onOneThread(Creation first, Creation innermost, Object askedAs) {
    return new Cycle().from(first, innermost).closedBy(Creation.step(first.entry(), askedAs));
  }

  /** The error for a stack of creations that only grows. */
  static XpcomException endless(Creation innermost, Entry entry, Object askedAs) {
    Creation first = innermost;
    while (first.outer() != null) {
      first = first.outer();
    }
    return new Cycle().from(first, innermost).closedBy(Creation.step(entry, askedAs));
  }

  private static String onThread(Thread thread) {
    return thread == Thread.currentThread() ? "" : ", on thread " + thread.getName();
  }
}
