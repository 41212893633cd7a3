package org.xpcom4j.registry.mozilla;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * Where an application keeps its files. Programs pass one to {@code initXPCOM}; no component of this
 * project asks for files, so it is not called.
 */
public interface IAppFileLocProvider {

  /**
   * Finds a file or folder.
   *
   * @param prop a key such as {@code ProfD}
   * @param persistent an array of one: whether the answer may be kept
   * @return the place, null if there is none for that key
   */
  @Nullable File getFile(String prop, boolean[] persistent);

  /**
   * Finds several files or folders.
   *
   * @param prop a key such as {@code APluginsDL}
   * @return the places, null if there are none for that key
   */
  File @Nullable [] getFiles(String prop);
}
