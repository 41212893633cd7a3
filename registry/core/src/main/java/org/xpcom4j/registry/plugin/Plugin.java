package org.xpcom4j.registry.plugin;

import java.nio.file.Path;
import java.util.List;
import org.xpcom4j.result.XpcomException;

/** What was added from one place. Its methods may be called from any thread. */
public interface Plugin extends AutoCloseable {

  /**
   * Returns where it is from.
   *
   * @return the absolute path of the jar, folder or manifest; what is there now may be another file
   */
  Path location();

  /**
   * Returns what was left out when it was added.
   *
   * @return a message for each, with file, line and column where it comes from a manifest
   */
  List<String> problems();

  /**
   * Tells whether {@link #remove} was called.
   *
   * @return whether it was, also while it goes on and after it has failed
   */
  boolean isRemoved();

  /**
   * Takes the plug-in away: its classes and contract IDs are unknown at once and uncover what they
   * covered; its services that are {@link AutoCloseable} are closed, the latest first; its observers,
   * listeners and category entries are dropped; its class loader is closed. Objects of it that the
   * host still holds must not be used any more: their classes may not load. A service that another
   * thread is making is closed when it is finished, and the caller is told what its ID means then.
   *
   * <p>A second call does nothing, also while the first goes on, and so does one after the registry
   * was closed.
   *
   * @throws XpcomException {@code NS_ERROR_FAILURE} if services failed to close; everything was done
   *     all the same, and the failures are the cause and the suppressed exceptions
   */
  void remove();

  /** Calls {@link #remove}. */
  @Override
  default void close() {
    remove();
  }
}
