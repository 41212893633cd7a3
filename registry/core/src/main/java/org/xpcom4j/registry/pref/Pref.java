package org.xpcom4j.registry.pref;

import org.jspecify.annotations.Nullable;

/**
 * A preference at one moment. At least one of its values is there; where both are, they have one
 * type.
 */
record Pref(@Nullable Object defaultValue, @Nullable Object userValue, boolean locked) {

  static Pref ofDefault(Object value) {
    return new Pref(value, null, false);
  }

  static Pref ofUser(Object value) {
    return new Pref(null, value, false);
  }

  /** What a user branch reads. */
  @Nullable Object visible() {
    return locked || userValue == null ? defaultValue : userValue;
  }

  PrefType type() {
    Object value = defaultValue != null ? defaultValue : userValue;
    if (value == null) {
      throw new IllegalStateException("preference without a value");
    }
    return PrefType.of(value);
  }

  Pref withUser(@Nullable Object value) {
    return new Pref(defaultValue, value, locked);
  }

  /** A user value of another type could not be read any more, and goes. */
  Pref withDefault(Object value) {
    boolean keep = userValue != null && PrefType.of(userValue) == PrefType.of(value);
    return new Pref(value, keep ? userValue : null, locked);
  }

  Pref withLock(boolean lock) {
    return new Pref(defaultValue, userValue, lock);
  }
}
