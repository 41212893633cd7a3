package org.xpcom4j.registry.manager;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the registered contract IDs that somebody may have meant. */
final class NearMisses {

  private static final int MOST = 3;

  /** Longer texts are compared by their start only, so that an error stays cheap. */
  private static final int COMPARED = 120;

  private static final int SLIPS = 4;

  private NearMisses() {}

  /** Returns at most three, the nearest first. */
  static List<String> of(String wanted, Collection<String> registered) {
    return registered.stream()
        .map(candidate -> new Scored(distance(wanted, candidate), candidate))
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::contractId))
        .limit(MOST)
        .map(Scored::contractId)
        .toList();
  }

  /** Returns the nearest text, if no more than four characters are wrong. */
  static Optional<String> slips(String wanted, Collection<String> registered) {
    return registered.stream()
        .map(candidate -> new Scored(edits(wanted, candidate), candidate))
        .filter(scored -> scored.distance() <= SLIPS)
        .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::contractId))
        .map(Scored::contractId);
  }

  private record Scored(int distance, String contractId) {}

  /**
   * The edit distance, less what both begin with: IDs of one family differ at the end, and often by
   * much.
   */
  private static int distance(String wanted, String candidate) {
    String a = wanted.substring(0, Math.min(wanted.length(), COMPARED));
    String b = candidate.substring(0, Math.min(candidate.length(), COMPARED));
    return 2 * edits(a, b) - commonPrefix(a, b);
  }

  private static int commonPrefix(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Levenshtein's distance, one row at a time. */
  private static int edits(String a, String b) {
    var row = new int[b.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= a.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (a.charAt(line - 1) == b.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
      }
    }
    return row[b.length()];
  }
}
