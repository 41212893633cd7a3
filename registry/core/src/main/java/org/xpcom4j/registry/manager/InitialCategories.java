package org.xpcom4j.registry.manager;

import java.util.List;
import org.xpcom4j.registry.component.CategoryEntry;

/**
 * The entries of categories that a registry starts with, for the component that keeps categories.
 *
 * @param entries as the tables tell them; of two values for one entry the last counts
 */
public record InitialCategories(List<CategoryEntry> entries) {

  /**
   * Keeps a copy.
   *
   * @param entries the entries
   */
  public InitialCategories {
    entries = List.copyOf(entries);
  }
}
