package org.xpcom4j.registry.diagnostics;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.Requirement;
import org.xpcom4j.registry.component.Scope;

/**
 * A class that the registry knows.
 *
 * @param cid the class ID
 * @param className the class's binary name, or what is known instead
 * @param module the module that it was compiled in, empty if that has no name
 * @param origin who registered it
 * @param location the jar or folder of its table, null if it has none
 * @param scope what injection hands out
 * @param flags a sum of constants of {@code nsIClassInfo}
 * @param contracts the contract IDs that mean this class
 * @param covered the contract IDs that would mean it, if another class did not cover them
 * @param interfaces the interfaces by name, a derived one before its bases; empty if not known
 * @param categories the entries in categories that its table told
 * @param requirements the parameters of its constructor, null if they are not known
 * @param isMade whether its service exists
 */
public record RegisteredClass(
    UUID cid,
    String className,
    String module,
    String origin,
    @Nullable String location,
    Scope scope,
    long flags,
    List<String> contracts,
    List<String> covered,
    List<String> interfaces,
    List<CategoryEntry> categories,
    @Nullable List<Requirement> requirements,
    boolean isMade) {

  /**
   * Returns the class's name without its package.
   *
   * @return the part after the last dot
   */
  public String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
