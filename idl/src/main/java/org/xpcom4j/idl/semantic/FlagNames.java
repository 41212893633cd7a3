package org.xpcom4j.idl.semantic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The flags of one kind of declaration by the extended attributes that set them. An attribute is
 * called like its flag, in lower case.
 *
 * @param <E> the flags
 */
final class FlagNames<E extends Enum<E>> {
  private final Map<String, Set<E>> byName = new HashMap<>();

  FlagNames(E[] flags) {
    for (E flag : flags) {
      byName.put(flag.name().toLowerCase(Locale.ROOT), Set.of(flag));
    }
  }

  /** Flags, and the one that an attribute sets; the same if it is of another kind. Immutable. */
  Set<E> with(Set<E> flags, String attribute) {
    Set<E> one = byName.get(attribute);
    if (one == null) {
      return flags;
    }
    if (flags.isEmpty()) {
      return one;
    }
    Set<E> both = new HashSet<>(flags);
    both.addAll(one);
    return Set.copyOf(both);
  }
}
