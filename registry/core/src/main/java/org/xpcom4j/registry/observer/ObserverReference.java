package org.xpcom4j.registry.observer;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

/** How a service holds an observer: itself, or through the observer's own weak reference. */
public sealed interface ObserverReference {

  /**
   * Holds an observer.
   *
   * @param observer the observer
   * @param weakly whether through its weak reference
   * @return the reference
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if it shall be held weakly and has no {@code
   *     nsISupportsWeakReference}
   */
  static ObserverReference to(nsIObserver observer, boolean weakly) {
    return weakly
        ? new Weak(Interfaces.query(observer, nsISupportsWeakReference.class).getWeakReference())
        : new Strong(observer);
  }

  /**
   * Returns the observer.
   *
   * @return null if it is gone
   */
  @Nullable nsIObserver observer();

  /**
   * Tells whether this holds a given observer.
   *
   * @param other the observer, compared by identity
   * @return whether it does
   */
  default boolean isTo(nsIObserver other) {
    return observer() == other;
  }

  /**
   * Tells whether this holds an object of some kind, the observer's weak reference included. Runs no
   * code of the observer.
   *
   * @param kind tells which objects are meant
   * @return whether it does
   */
  boolean isTo(Predicate<Object> kind);

  /**
   * Keeps its observer alive.
   *
   * @param observer the observer
   */
  record Strong(nsIObserver observer) implements ObserverReference {

    @Override
    public boolean isTo(Predicate<Object> kind) {
      return kind.test(observer);
    }
  }

  /**
   * Leaves its observer to the garbage collector.
   *
   * @param reference the observer's weak reference
   */
  record Weak(nsIWeakReference reference) implements ObserverReference {

    @Override
    public boolean isTo(Predicate<Object> kind) {
      return kind.test(reference);
    }

    @Override
    public @Nullable nsIObserver observer() {
      try {
        return reference.queryReferent(nsIObserver.class);
      } catch (XpcomException gone) {
        return null;
      }
    }
  }
}
