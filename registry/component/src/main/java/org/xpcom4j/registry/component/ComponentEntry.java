package org.xpcom4j.registry.component;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a table says about one component: data only, so that reading it loads no component class.
 *
 * @param cid the class ID
 * @param className the binary name of the component's class
 * @param contracts the contract IDs, in the order of the annotation
 * @param scope what injection hands out
 * @param flags a sum of constants of {@code nsIClassInfo}
 */
public record ComponentEntry(
    UUID cid, String className, List<String> contracts, Scope scope, long flags) {

  /**
   * Keeps a copy of the contract IDs.
   *
   * @param cid the class ID
   * @param className the binary name of the component's class
   * @param contracts the contract IDs
   * @param scope what injection hands out
   * @param flags a sum of constants of {@code nsIClassInfo}
   */
  public ComponentEntry {
    Objects.requireNonNull(cid, "cid");
    Objects.requireNonNull(className, "className");
    contracts = List.copyOf(contracts);
    Objects.requireNonNull(scope, "scope");
  }

  /**
   * Describes a component whose class info says nothing special.
   *
   * @param cid the class ID
   * @param className the binary name of the component's class
   * @param contracts the contract IDs
   * @param scope what injection hands out
   */
  public ComponentEntry(UUID cid, String className, List<String> contracts, Scope scope) {
    this(cid, className, contracts, scope, 0);
  }
}
