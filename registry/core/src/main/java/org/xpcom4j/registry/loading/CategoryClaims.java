package org.xpcom4j.registry.loading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * The category entries that plug-ins set. The latest counts; when its plug-in goes, the one before it
 * counts again. An entry that somebody else has changed since is left alone.
 */
final class CategoryClaims {

  private record Place(String category, String entry) {}

  private record Claim(Object owner, String value) {}

  /** What was there before any plug-in, and what they set, the latest first. */
  private record Claims(@Nullable String before, Deque<Claim> latestFirst) {}

  private final Supplier<nsICategoryManager> categories;
  private final Map<Place, Claims> all = new LinkedHashMap<>(); // guarded by this

  CategoryClaims(Supplier<nsICategoryManager> categories) {
    this.categories = categories;
  }

  synchronized void add(Object owner, String category, String entry, String value) {
    nsICategoryManager manager = categories.get();
    String before = find(manager, category, entry);
    manager.addCategoryEntry(category, entry, value, false, true);
    all.computeIfAbsent(new Place(category, entry), place -> new Claims(before, new ArrayDeque<>()))
        .latestFirst()
        .addFirst(new Claim(owner, value));
  }

  synchronized void release(Object owner) {
    all.forEach((place, claims) -> release(owner, place, claims));
    all.values().removeIf(claims -> claims.latestFirst().isEmpty());
  }

  private void release(Object owner, Place place, Claims claims) {
    Deque<Claim> latestFirst = claims.latestFirst();
    Claim top = latestFirst.peekFirst();
    if (!latestFirst.removeIf(claim -> claim.owner() == owner) || top.owner() != owner) {
      return;
    }
    nsICategoryManager manager = categories.get();
    if (!Objects.equals(find(manager, place.category(), place.entry()), top.value())) {
      return;
    }
    Claim next = latestFirst.peekFirst();
    String value = next == null ? claims.before() : next.value();
    if (value == null) {
      manager.deleteCategoryEntry(place.category(), place.entry(), false);
    } else {
      manager.addCategoryEntry(place.category(), place.entry(), value, false, true);
    }
  }

  private static @Nullable String find(nsICategoryManager manager, String category, String entry) {
    try {
      return manager.getCategoryEntry(category, entry);
    } catch (XpcomException absent) {
      if (absent.result() == Nsresult.NS_ERROR_NOT_AVAILABLE) {
        return null;
      }
      throw absent;
    }
  }
}
