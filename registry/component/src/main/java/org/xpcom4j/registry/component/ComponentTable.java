package org.xpcom4j.registry.component;

import java.util.List;
import org.xpcom4j.interfaces.nsISupports;

/**
 * The components of one package. The annotation processor writes a public final class {@code
 * Components} into each package that has components; the registry finds it as a service provider.
 *
 * <p>A table has no state. Its methods may be called from any thread, and any number of registries
 * may read the same table.
 */
public interface ComponentTable {

  /**
   * Returns the name of the module that the components were compiled in. It stays true when the
   * classes are packed into another jar.
   *
   * @return the name, empty for the unnamed module
   */
  String moduleName();

  /**
   * Returns the number of components.
   *
   * @return at least 1
   */
  int size();

  /**
   * Describes a component without loading its class.
   *
   * @param index 0 to {@code size() - 1}
   * @return the component's data
   * @throws IndexOutOfBoundsException if there is no such component
   */
  ComponentEntry entry(int index);

  /**
   * Returns the scriptable interfaces of a component. Loads these interfaces, not the component.
   *
   * @param index 0 to {@code size() - 1}
   * @return each interface once, a derived one before its bases
   * @throws IndexOutOfBoundsException if there is no such component
   */
  List<Class<? extends nsISupports>> interfaces(int index);

  /**
   * Calls the constructor of a component. What the constructor throws passes unchanged.
   *
   * @param index 0 to {@code size() - 1}
   * @param dependencies answers for the constructor's parameters
   * @return a new object
   * @throws IndexOutOfBoundsException if there is no such component
   */
  nsISupports create(int index, Dependencies dependencies);
}
