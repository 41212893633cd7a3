package org.xpcom4j.registry.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first word of a line, and what has to follow it. */
enum Directive {
  MANIFEST("path"),
  BINARY_COMPONENT("path"),
  INTERFACES("path of a typelib"),
  COMPONENT("{class ID}", "path"),
  CONTRACT("contract ID", "{class ID}"),
  CATEGORY("category", "entry", "value"),

  // The chrome registry's. There is none here: such lines are understood and do nothing.
  CONTENT("package", "URI"),
  LOCALE("package", "locale", "URI"),
  SKIN("package", "skin", "URI"),
  OVERLAY("chrome URI", "overlay URI"),
  STYLE("chrome URI", "stylesheet URI"),
  OVERRIDE("chrome URI", "new URI"),
  RESOURCE("host", "URI");

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<String> arguments;

  Directive(String... arguments) {
    this.arguments = List.of(arguments);
  }

  List<String> arguments() {
    return arguments;
  }

  /** Finds a directive by its word, in which case counts. */
  static Optional<Directive> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** All words, for people. */
  static String all() {
    return Arrays.stream(values()).map(Directive::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return word;
  }
}
