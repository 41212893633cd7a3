package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/**
 * Why a class cannot be used. The JVM tells the cause of a failed static initialiser once, and later
 * only that there was one: the first failure is kept and told each time.
 */
final class BrokenClass {

  private BrokenClass() {}

  /** Returns the failure to tell: the first one of an initialiser, or else the one at hand. */
  static LinkageError toTell(Entry entry, LinkageError now) {
    if (now instanceof ExceptionInInitializerError) {
      entry.setFirstFailure(now);
      return now;
    }
    @Nullable LinkageError before = entry.firstFailure();
    return before != null && now instanceof NoClassDefFoundError ? before : now;
  }

  static String describe(LinkageError failure) {
    return failure instanceof ExceptionInInitializerError
        ? "cannot be loaded, its static initialiser failed: " + failure.getCause()
        : "cannot be loaded: " + failure;
  }
}
