package org.xpcom4j.registry.manager;

import org.jspecify.annotations.Nullable;

/**
 * Why a class cannot be used. The JVM tells the cause of a failed static initialiser once, and later
 * only that there was one: the first failure is kept and told each time.
 */
final class BrokenClass {

  private volatile @Nullable LinkageError first;

  /** Returns the failure to tell: the first one of an initialiser, or else the one at hand. */
  LinkageError toTell(LinkageError now) {
    if (now instanceof ExceptionInInitializerError) {
      first = now;
      return now;
    }
    LinkageError before = first;
    return before != null && now instanceof NoClassDefFoundError ? before : now;
  }

  static String describe(LinkageError failure) {
    return failure instanceof ExceptionInInitializerError
        ? "cannot be loaded, its static initialiser failed: " + failure.getCause()
        : "cannot be loaded: " + failure;
  }
}
