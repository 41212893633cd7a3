package org.xpcom4j.idl.command;

import org.jspecify.annotations.Nullable;

/**
 * An option of a subcommand: what is read from a command line, and what its help says.
 *
 * @param name with its dashes
 * @param kind what may stand behind it, and how often
 * @param label what the help calls its value; empty for a flag
 * @param initial the value that it has if it is not given, as the help tells it
 * @param isRequired whether it has to be given
 * @param description what it is for
 */
record Option(
    String name,
    Kind kind,
    String label,
    @Nullable String initial,
    boolean isRequired,
    String description) {
  /** Where included files are looked for. */
  static final Option INCLUDES =
      list("-I", "DIR", "Look for included files in DIR too; may be repeated.");

  /** What may stand behind an option. */
  enum Kind {
    /** Nothing. */
    FLAG,
    /** A value. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** A value each time that it is given. */
    LIST
  }

  static Option flag(String name, String description) {
    return new Option(name, Kind.FLAG, "", null, false, description);
  }

  static Option text(String name, String label, String description) {
    return new Option(name, Kind.TEXT, label, null, false, description);
  }

  static Option text(String name, String label, String initial, String description) {
    return new Option(name, Kind.TEXT, label, initial, false, description);
  }

  static Option required(String name, String label, String description) {
    return new Option(name, Kind.TEXT, label, null, true, description);
  }

  static Option number(String name, String label, String description) {
    return new Option(name, Kind.NUMBER, label, null, false, description);
  }

  static Option list(String name, String label, String description) {
    return new Option(name, Kind.LIST, label, null, false, description);
  }
}
