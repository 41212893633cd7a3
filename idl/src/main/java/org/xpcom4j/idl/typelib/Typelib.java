package org.xpcom4j.idl.typelib;

import java.util.List;
import java.util.Optional;

/**
 * A typelib: interfaces that it describes, and those that they mention.
 *
 * @param interfaces the directory, in its order
 */
public record Typelib(List<TypelibInterface> interfaces) {
  static final int MOST_INTERFACES = 0xFFFF;

  /**
   * Copies the list.
   *
   * @param interfaces the directory, in its order; 65535 at most
   */
  public Typelib {
    interfaces = List.copyOf(interfaces);
    if (interfaces.size() > MOST_INTERFACES) {
      throw new IllegalArgumentException(interfaces.size() + " interfaces in one typelib");
    }
  }

  /**
   * Finds an interface by name. Takes time in proportion to the size of the directory.
   *
   * @param name the name
   * @return the entry; where the typelib has several of that name, the one with a description
   */
  public Optional<TypelibInterface> find(String name) {
    TypelibInterface found = null;
    for (TypelibInterface each : interfaces) {
      if (each.name().equals(name) && (found == null || each.isResolved())) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }
}
