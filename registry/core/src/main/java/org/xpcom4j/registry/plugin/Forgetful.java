package org.xpcom4j.registry.plugin;

import java.util.function.Predicate;

/**
 * A service that keeps objects of other components, such as listeners, and lets go of those of a
 * plug-in that is removed. The registry's own do; a host's may, and are asked then.
 */
public interface Forgetful {

  /**
   * Drops each object that it keeps for others and that belongs to a plug-in which is gone. May be
   * called on any thread, and calls nothing of these objects.
   *
   * @param isGone tells which objects these are
   */
  void forget(Predicate<Object> isGone);
}
