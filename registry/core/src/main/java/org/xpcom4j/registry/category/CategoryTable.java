package org.xpcom4j.registry.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values by category and entry. A category that once had entries stays known. All methods may be
 * called from any thread.
 */
final class CategoryTable {

  private final Map<String, NavigableMap<String, String>> categories = new HashMap<>();

  synchronized @Nullable String find(String category, String entry) {
    Map<String, String> entries = categories.get(category);
    return entries == null ? null : entries.get(entry);
  }

  /** Returns the value that was there before; it stays unless it may be replaced. */
  synchronized @Nullable String add(
      String category, String entry, String value, boolean mayReplace) {
    Map<String, String> entries = categories.computeIfAbsent(category, key -> new TreeMap<>());
    return mayReplace ? entries.put(entry, value) : entries.putIfAbsent(entry, value);
  }

  /** Returns whether the category is known. */
  synchronized boolean remove(String category, String entry) {
    Map<String, String> entries = categories.get(category);
    if (entries == null) {
      return false;
    }
    entries.remove(entry);
    return true;
  }

  /** Removes all entries; returns whether the category is known. */
  synchronized boolean clear(String category) {
    Map<String, String> entries = categories.get(category);
    if (entries == null) {
      return false;
    }
    entries.clear();
    return true;
  }

  /** A copy, sorted. */
  synchronized List<String> entries(String category) {
    NavigableMap<String, String> entries = categories.get(category);
    return entries == null ? List.of() : List.copyOf(entries.keySet());
  }

  /** The categories that have entries, a sorted copy. */
  synchronized List<String> categories() {
    return categories.entrySet().stream()
        .filter(category -> !category.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
