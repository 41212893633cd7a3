package org.xpcom4j.idl.command;

import org.jspecify.annotations.Nullable;

/**
 * Reads command lines that are as most are: {@code xpidl COMMAND}, then options of it with their
 * values and files. Whatever else there is - help, short cuts, mistakes - it leaves to {@link
 * FullCommandLine}, whose classes take longer to load than a file takes to check.
 */
final class PlainCommandLine {
  /** With more digits, a number may be too large. */
  private static final int MOST_DIGITS = 9;

  private final Grammar grammar;
  private final Arguments arguments = new Arguments();

  private PlainCommandLine(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Reads a command line.
   *
   * @param args all of it, the name of the subcommand first
   * @return what it says; null if more is needed to understand it
   */
  static @Nullable Arguments read(Grammar grammar, String... args) {
    PlainCommandLine line = new PlainCommandLine(grammar);
    return line.read(args) && line.isComplete() ? line.arguments : null;
  }

  private boolean read(String... args) {
    int i = 1;
    while (i < args.length) {
      String word = args[i++];
      if (isPlain(word)) {
        arguments.addFile(word);
        continue;
      }
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      Option option = grammar.find(equals < 0 ? word : word.substring(0, equals));
      if (option == null) {
        return false;
      }
      String value = "";
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (option.kind() != Option.Kind.FLAG && i < args.length) {
        value = args[i++];
      }
      if (!mayBe(option, value) || !mayBeGiven(option)) {
        return false;
      }
      arguments.add(option, value);
    }
    return true;
  }

  /** Whether a word has nothing in it that can have a meaning of its own. */
  private static boolean isPlain(String word) {
    if (word.isEmpty() || word.charAt(0) == '-' || word.charAt(0) == '@') {
      return false;
    }
    return word.indexOf('"') < 0 && word.indexOf('\'') < 0;
  }

  private static boolean mayBe(Option option, String value) {
    if (option.kind() == Option.Kind.FLAG) {
      return value.isEmpty();
    }
    return isPlain(value) && (option.kind() != Option.Kind.NUMBER || isNumber(value));
  }

  private static boolean isNumber(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return value.length() <= MOST_DIGITS;
  }

  private boolean mayBeGiven(Option option) {
    return option.kind() == Option.Kind.LIST || !arguments.has(option.name());
  }

  private boolean isComplete() {
    for (int i = 0; i < grammar.options().size(); i++) {
      Option option = grammar.options().get(i);
      if (option.isRequired() && !arguments.has(option.name())) {
        return false;
      }
    }
    return !arguments.files().isEmpty();
  }
}
