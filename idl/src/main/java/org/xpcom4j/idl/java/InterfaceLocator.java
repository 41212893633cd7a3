package org.xpcom4j.idl.java;

import java.util.Optional;

/** Knows where the interfaces are whose bodies a file does not have. */
@FunctionalInterface
public interface InterfaceLocator {
  /**
   * Finds an interface.
   *
   * @param name its name
   * @return the folder of the file that has its body; empty if there is none in this module or in
   *     those it uses
   */
  Optional<String> folderOf(String name);
}
