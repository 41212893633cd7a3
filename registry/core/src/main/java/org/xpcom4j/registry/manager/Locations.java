package org.xpcom4j.registry.manager;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code nsIComponentRegistrar} and {@code nsIComponentManager} do with files. */
public interface Locations {

  /**
   * Adds the plug-ins of a place. What is wrong with one is reported and never thrown.
   *
   * @param path a folder, jar or manifest; null for the folders that the registry was started with
   */
  void autoRegister(@Nullable String path);

  /**
   * Removes the plug-ins of a place; does nothing if there are none.
   *
   * @param path what was given to {@link #autoRegister}; null for all plug-ins
   */
  void autoUnregister(@Nullable String path);

  /**
   * Registers one class of a jar.
   *
   * @param cid its class ID
   * @param contractId what means it from now on, if not null
   * @param path the jar, or a folder of classes
   * @param className the class; null or empty if the jar's component table tells
   */
  void registerClass(
      UUID cid, @Nullable String contractId, String path, @Nullable String className);

  /**
   * Takes back {@link #registerClass}.
   *
   * @param cid the class ID
   * @param path the same place
   * @return whether the class was registered from there
   */
  boolean unregisterClass(UUID cid, String path);

  /**
   * Lists where plug-ins are from.
   *
   * @return the absolute paths, in the order in which they were added
   */
  List<String> all();
}
