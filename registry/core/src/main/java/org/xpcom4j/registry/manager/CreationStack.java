package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/** What each thread is making, in one registry: the path that errors about cycles show. */
final class CreationStack {

  /** Far more than a sound component needs, far less than the Java stack holds. */
  private static final int DEEPEST = 200;

  @SuppressWarnings("ThreadLocalUsage") // one for each registry; emptied when a creation ends
  private final ThreadLocal<@Nullable Creation> innermost = new ThreadLocal<>();

  /** What the calling thread is making. */
  @Nullable Creation innermost() {
    return innermost.get();
  }

  /** Begins a creation on the calling thread; {@link #pop} must follow. */
  Creation push(Entry entry, Object askedAs) {
    Creation outer = innermost.get();
    var creation = new Creation(entry, askedAs, outer);
    if (outer != null && creation.depth() > DEEPEST) {
      throw Cycle.endless(outer, entry, askedAs);
    }
    innermost.set(creation);
    return creation;
  }

  void pop(Creation creation) {
    if (creation.outer() == null) {
      innermost.remove();
    } else {
      innermost.set(creation.outer());
    }
  }
}
