package org.xpcom4j.registry.component;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a table says about one component: data only, so that reading it loads no component class.
 *
 * @param cid the class ID
 * @param className the binary name of the component's class
 * @param contracts the contract IDs, in the order of the annotation
 * @param scope what injection hands out
 * @param flags a sum of constants of {@code nsIClassInfo}
 * @param categories the entries in categories
 * @param requirements the parameters of the constructor, null if the table does not tell
 */
public record ComponentEntry(
    UUID cid,
    String className,
    List<String> contracts,
    Scope scope,
    long flags,
    List<CategoryEntry> categories,
    @Nullable List<Requirement> requirements) {

  /**
   * Keeps copies of the lists.
   *
   * @param cid the class ID
   * @param className the binary name of the component's class
   * @param contracts the contract IDs
   * @param scope what injection hands out
   * @param flags a sum of constants of {@code nsIClassInfo}
   * @param categories the entries in categories
   * @param requirements the parameters of the constructor, null if they are not known
   */
  public ComponentEntry {
    Objects.requireNonNull(cid, "cid");
    Objects.requireNonNull(className, "className");
    contracts = List.copyOf(contracts);
    Objects.requireNonNull(scope, "scope");
    categories = List.copyOf(categories);
    requirements = requirements == null ? null : List.copyOf(requirements);
  }

  /**
   * Describes a component that is in no category, and of whose constructor nothing is known.
   *
   * @param cid the class ID
   * @param className the binary name of the component's class
   * @param contracts the contract IDs
   * @param scope what injection hands out
   * @param flags a sum of constants of {@code nsIClassInfo}
   */
  public ComponentEntry(
      UUID cid, String className, List<String> contracts, Scope scope, long flags) {
    this(cid, className, contracts, scope, flags, List.of(), null);
  }

  /**
   * Describes a component whose class info says nothing special, as the longer constructor does.
   *
   * @param cid the class ID
   * @param className the binary name of the component's class
   * @param contracts the contract IDs
   * @param scope what injection hands out
   */
  public ComponentEntry(UUID cid, String className, List<String> contracts, Scope scope) {
    this(cid, className, contracts, scope, 0);
  }

  /**
   * Tells whether the constructor is known to ask for nothing.
   *
   * @return false also if the table does not tell
   */
  public boolean needsNothing() {
    return requirements != null && requirements.isEmpty();
  }
}
