package org.xpcom4j.idl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that someone may have meant. */
public final class NearMisses {
  private static final int SHOWN = 3;

  /** What is longer is no name that anyone mistyped, and would take long to compare. */
  private static final int LONGEST = 100;

  private NearMisses() {}

  /**
   * Finds the known names that resemble a written one.
   *
   * @param written a name that is nowhere
   * @param known the names that would be found
   * @return those that are near, the nearest first
   */
  public static List<String> find(String written, Iterable<String> known) {
    record Candidate(String name, int distance) {}
    if (written.length() > LONGEST) {
      return List.of();
    }
    int limit = Math.max(1, written.length() / 3);
    String folded = fold(written);
    List<Candidate> near = new ArrayList<>();
    for (String name : known) {
      if (Math.abs(name.length() - written.length()) <= limit) {
        int distance = distance(folded, fold(name), limit);
        if (distance <= limit) {
          near.add(new Candidate(name, distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
    return near.stream().map(Candidate::name).toList();
  }

  /** The nearest few as one text; empty if none is near. */
  static String of(String written, Iterable<String> known) {
    List<String> near = find(written, known);
    int more = near.size() - SHOWN;
    String shown = String.join(", ", near.stream().limit(SHOWN).toList());
    return shown + (more > 0 ? " and " + more + " more" : "");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The edit distance with transpositions, or something above the limit. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (swapped(a, b, i, j)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
