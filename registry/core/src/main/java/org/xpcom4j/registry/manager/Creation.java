package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/** An object that is being made right now. */
final class Creation {

  private final Entry entry;
  private final Object askedAs;
  private final @Nullable Creation outer;
  private final int depth;
  private final Thread thread = Thread.currentThread();

  /**
   * Describes what the calling thread begins.
   *
   * @param askedAs the contract ID (a String) or class ID (a UUID) that the object was asked for by
   * @param outer what the thread was making already
   */
  Creation(Entry entry, Object askedAs, @Nullable Creation outer) {
    this.entry = entry;
    this.askedAs = askedAs;
    this.outer = outer;
    this.depth = outer == null ? 1 : outer.depth + 1;
  }

  Entry entry() {
    return entry;
  }

  Object askedAs() {
    return askedAs;
  }

  Thread thread() {
    return thread;
  }

  @Nullable Creation outer() {
    return outer;
  }

  /** How many creations the thread has begun and not ended, this one included. */
  int depth() {
    return depth;
  }

  /** Finds what the thread is already making of a class, here or further out. */
  static @Nullable Creation findIn(@Nullable Creation innermost, Entry entry) {
    for (Creation at = innermost; at != null; at = at.outer) {
      if (at.entry == entry) {
        return at;
      }
    }
    return null;
  }

  /** One step of a path. */
  @Override
  public String toString() {
    return step(entry, askedAs);
  }

  static String step(Entry entry, Object askedAs) {
    return id(askedAs) + " (" + entry.source().className() + ")";
  }

  /** The contract ID, or the class ID in braces. */
  static String id(Object askedAs) {
    return askedAs instanceof String contractId ? contractId : "{" + askedAs + "}";
  }
}
