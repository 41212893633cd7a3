package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/** What each thread is making, in one registry: the path that errors about cycles show. */
final class CreationStack {

  /** Far more than a sound component needs, far less than the Java stack holds. */
  private static final int DEEPEST = 200;

  /**
   * A place for each thread's innermost creation. It stays with the thread, because setting and
   * removing it each time takes longer than most components; it is an array of the JDK's own class,
   * empty between creations, so that it keeps nothing of ours alive.
   */
  @SuppressWarnings("ThreadLocalUsage") // one for each registry
  private final ThreadLocal<@Nullable Object[]> places =
      ThreadLocal.withInitial(() -> new Object[1]);

  /** What the calling thread is making. */
  @Nullable Creation innermost() {
    return (Creation) places.get()[0];
  }

  /** Begins a creation on the calling thread; {@link #pop} must follow. */
  Creation push(Entry entry, Object askedAs) {
    @Nullable Object[] place = places.get();
    var outer = (Creation) place[0];
    var creation = new Creation(entry, askedAs, outer);
    if (outer != null && creation.depth() > DEEPEST) {
      throw Cycle.endless(outer, entry, askedAs);
    }
    place[0] = creation;
    return creation;
  }

  void pop(Creation creation) {
    places.get()[0] = creation.outer();
  }
}
