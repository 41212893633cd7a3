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
   * Tells whether it is worth while to look for the body of an interface in all that a file
   * includes.
   *
   * @param name a name
   * @return false only if no file of the run has an interface with a body of this name
   */
  default boolean mayHaveBody(String name) {
    return true;
  }

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
