package org.xpcom4j.registry.pref;

/**
 * A place in a preference file that cannot be read.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param what what is wrong, without a full stop
 * @param excerpt the line
 */
record PrefFileProblem(int line, int column, String what, String excerpt) {

  private static final int MOST_SHOWN = 120;

  /** The position and what is wrong there, then the line and a caret under the place. */
  String describe(String file) {
    int before = Math.max(0, column - 1 - MOST_SHOWN / 2);
    String shown = excerpt.substring(before, Math.min(excerpt.length(), before + MOST_SHOWN));
    return "%s:%d:%d: %s\n  %s\n  %s^"
        .formatted(file, line, column, what, shown, " ".repeat(column - 1 - before));
  }
}
