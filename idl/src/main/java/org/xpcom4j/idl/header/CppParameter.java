package org.xpcom4j.idl.header;

import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a C++ method.
 *
 * @param type ends so that the name can follow
 * @param name no keyword, and differs from the others
 * @param defaultValue what it is where callers leave it out, if they may
 */
record CppParameter(String type, String name, Optional<String> defaultValue) {
  private static final Set<String> WORDS = Set.of("nullptr", "true", "false");

  CppParameter(String type, String name) {
    this(type, name, Optional.empty());
  }

  String declaration() {
    return type + name;
  }

  String declarationWithDefault() {
    return declaration() + defaultValue.map(value -> " = " + value).orElse("");
  }

  /** Whether the default is a constant of the interface, which other classes do not know. */
  boolean namesConstant() {
    return defaultValue
        .filter(value -> Character.isLetter(value.charAt(0)) && !WORDS.contains(value))
        .isPresent();
  }
}
