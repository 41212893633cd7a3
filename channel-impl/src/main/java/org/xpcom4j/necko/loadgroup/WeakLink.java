package org.xpcom4j.necko.loadgroup;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * A reference that keeps nothing alive: by the object's own nsIWeakReference where it has one, else
 * by Java's, so that no object is silently refused.
 */
final class WeakLink<T extends nsISupports> {
  private final Supplier<@Nullable T> target;

  private WeakLink(Supplier<@Nullable T> target) {
    this.target = target;
  }

  static <T extends nsISupports> WeakLink<T> none() {
    return new WeakLink<>(() -> null);
  }

  static <T extends nsISupports> WeakLink<T> to(@Nullable T object, Class<T> type) {
    if (object == null) {
      return none();
    }
    if (object instanceof nsISupportsWeakReference referable) {
      nsIWeakReference reference = referable.getWeakReference();
      return new WeakLink<>(() -> referent(reference, type));
    }
    WeakReference<T> reference = new WeakReference<>(object);
    return new WeakLink<>(reference::get);
  }

  /** The object, null when there is none or it is gone. */
  @Nullable T get() {
    return target.get();
  }

  private static <T extends nsISupports> @Nullable T referent(
      nsIWeakReference reference, Class<T> type) {
    try {
      return Interfaces.cast(reference.queryReferent(Interfaces.iid(type)), type);
    } catch (XpcomException e) {
      if (e.result() == Nsresult.NS_ERROR_NULL_POINTER) {
        return null; // the object is gone
      }
      throw e;
    }
  }
}
