package org.xpcom4j.registry.pref;

import org.jspecify.annotations.Nullable;

/**
 * A preference at one moment. At least one of its values is there; where both are, they have one
 * type.
 *
 * @param defaultValue the default, or null
 * @param userValue the user's value, or null
 * @param locked whether the user's value is hidden
 * @param sticky whether a user's value is kept that equals the default
 */
record Pref(
    @Nullable Object defaultValue, @Nullable Object userValue, boolean locked, boolean sticky) {

  static Pref ofDefault(Object value) {
    return new Pref(value, null, false, false);
  }

  static Pref ofUser(Object value) {
    return new Pref(null, value, false, false);
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
    return new Pref(defaultValue, value, locked, sticky);
  }

  /** The user has chosen a value. */
  Pref choose(Object value) {
    return withUser(value.equals(defaultValue) && !sticky ? null : value);
  }

  /** What a file should say of the user's choice; null for nothing. */
  @Nullable Object worthSaving() {
    return userValue == null || (userValue.equals(defaultValue) && !sticky) ? null : userValue;
  }

  /** A user value of another type could not be read any more, and goes. */
  Pref withDefault(Object value) {
    boolean keep = userValue != null && PrefType.of(userValue) == PrefType.of(value);
    return new Pref(value, keep ? userValue : null, locked, sticky);
  }

  Pref withLock(boolean lock) {
    return new Pref(defaultValue, userValue, lock, sticky);
  }

  Pref asSticky() {
    return new Pref(defaultValue, userValue, locked, true);
  }
}
