package org.xpcom4j.registry.pref;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIPrefBranch;

/** The types that a preference can have. */
enum PrefType {
  STRING(nsIPrefBranch.PREF_STRING, String.class, "text"),
  INT(nsIPrefBranch.PREF_INT, Integer.class, "a whole number"),
  BOOL(nsIPrefBranch.PREF_BOOL, Boolean.class, "true or false");

  private final int code;
  private final Class<?> javaType;
  private final String words;

  PrefType(int code, Class<?> javaType, String words) {
    this.code = code;
    this.javaType = javaType;
    this.words = words;
  }

  static boolean isKnown(Object value) {
    return find(value) != null;
  }

  static PrefType of(Object value) {
    PrefType type = find(value);
    if (type == null) {
      throw new IllegalArgumentException("no preference can be a " + value.getClass().getName());
    }
    return type;
  }

  private static @Nullable PrefType find(Object value) {
    for (PrefType type : values()) {
      if (type.javaType.isInstance(value)) {
        return type;
      }
    }
    return null;
  }

  /** The constant of nsIPrefBranch. */
  int code() {
    return code;
  }

  /** For messages: what a value of this type is. */
  String words() {
    return words;
  }
}
