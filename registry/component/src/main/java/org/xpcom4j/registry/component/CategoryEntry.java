package org.xpcom4j.registry.component;

import java.util.Objects;

/**
 * What a table says about an entry of a category.
 *
 * @param category the name of the category
 * @param entry the name of the entry
 * @param value its value
 */
public record CategoryEntry(String category, String entry, String value) {

  /**
   * Refuses null.
   *
   * @param category the name of the category
   * @param entry the name of the entry
   * @param value its value
   */
  public CategoryEntry {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(value, "value");
  }
}
