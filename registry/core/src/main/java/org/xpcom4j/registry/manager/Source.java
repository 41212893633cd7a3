package org.xpcom4j.registry.manager;

/**
 * Where a registered class comes from, for people.
 *
 * @param className the class's binary name, or what is known instead
 * @param module the module that it was compiled in, empty if that has no name
 * @param origin who registered it, for instance {@code component table of org.xpcom4j.necko}
 */
public record Source(String className, String module, String origin) {

  /** The class without its package, and the origin. */
  @Override
  public String toString() {
    return className.substring(className.lastIndexOf('.') + 1) + ", " + origin;
  }
}
