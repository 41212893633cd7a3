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

  /**
   * Tells whether an interface should not be used any more: javac warns where it is mentioned.
   *
   * @param name the name of an interface that was found
   * @return whether it is deprecated; false if this is not known
   */
  default boolean isDeprecated(String name) {
    return false;
  }
}
