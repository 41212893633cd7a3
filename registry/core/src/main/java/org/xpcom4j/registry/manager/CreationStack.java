package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/** What each thread is making, in one registry: the path that errors about cycles show. */
final class CreationStack {

  /** Far more than a sound component needs, far less than the Java stack holds. */
  private static final int DEEPEST = 200;

  private static final int INNERMOST = 0;
  private static final int ALONE = 1;

  /**
   * A place for each thread's innermost creation, and a mark (0 or 1) for one that is not described.
   * It stays with the thread, because setting and removing it each time takes longer than most
   * components; it consists of the JDK's own classes, empty between creations, so that it keeps
   * nothing of ours alive.
   */
  private static final class Places extends ThreadLocal<@Nullable Object[]> {
    @Override
    protected @Nullable Object[] initialValue() {
      return new @Nullable Object[] {null, new int[1]};
    }
  }

  @SuppressWarnings("ThreadLocalUsage") // one for each registry
  private final Places places = new Places();

  /** The calling thread's place, for the methods that take one. */
  @Nullable Object[] place() {
    return places.get();
  }

  /** What the calling thread is making. */
  @Nullable Creation innermost() {
    return (Creation) places.get()[INNERMOST];
  }

  /** Begins a creation on the calling thread; {@link #pop} must follow. */
  Creation push(Entry entry, Object askedAs) {
    @Nullable Object[] place = places.get();
    var outer = (Creation) place[INNERMOST];
    var creation = new Creation(entry, askedAs, outer);
    if (outer != null && creation.depth() > DEEPEST) {
      throw Cycle.endless(outer, entry, askedAs);
    }
    place[INNERMOST] = creation;
    return creation;
  }

  void pop(Creation creation) {
    places.get()[INNERMOST] = creation.outer();
  }

  /**
   * Begins the creation of an object whose constructor asks for nothing, without describing it, if
   * the thread makes nothing else; {@link #leaveAlone} must follow. Should the constructor reach the
   * registry all the same and close a cycle, all of that is described from its second round on.
   */
  // hot: RegistryBenchmark.createInstance; numbers are stored without the collector's barriers
  static boolean enterAlone(@Nullable Object[] place) {
    if (place[INNERMOST] != null || !(place[ALONE] instanceof int[] alone) || alone[0] != 0) {
      return false;
    }
    alone[0] = 1;
    return true;
  }

  static void leaveAlone(@Nullable Object[] place) {
    if (place[ALONE] instanceof int[] alone) {
      alone[0] = 0;
    }
  }
}
