package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a subcommand is told. */
final class Arguments {
  private final Map<String, List<String>> values = new TreeMap<>();
  private final List<String> files = new ArrayList<>();

  /** Adds an option that is given; a flag has an empty value. */
  void add(Option option, String value) {
    List<String> known = values.get(option.name());
    if (known == null) {
      known = new ArrayList<>();
      values.put(option.name(), known);
    }
    known.add(value);
  }

  void addFile(String file) {
    files.add(file);
  }

  /** Whether an option is given. */
  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The value of an option, or another one if the option is not given. */
  String text(String option, String otherwise) {
    List<String> given = values.get(option);
    return given == null ? otherwise : given.get(0);
  }

  /** All values of an option. */
  List<String> list(String option) {
    return values.getOrDefault(option, List.of());
  }

  /** The files, as they are written. */
  List<String> files() {
    return files;
  }

  @Override
  public String toString() {
    return values + " " + files;
  }
}
