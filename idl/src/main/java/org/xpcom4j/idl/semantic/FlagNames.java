package org.xpcom4j.idl.semantic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flags of one kind of declaration by the extended attributes that set them. An attribute is
 * called like its flag, in lower case.
 *
 * @param <E> the flags
 */
final class FlagNames<E extends Enum<E>> {
  private final Class<E> flags;
  private final Map<String, E> byName = new HashMap<>();

  FlagNames(Class<E> flags) {
    this.flags = flags;
    for (E flag : flags.getEnumConstants()) {
      byName.put(flag.name().toLowerCase(Locale.ROOT), flag);
    }
  }

  Class<E> flags() {
    return flags;
  }

  /** The flag that an attribute sets; null if it is of another kind. */
  @Nullable E find(String attribute) {
    return byName.get(attribute);
  }
}
