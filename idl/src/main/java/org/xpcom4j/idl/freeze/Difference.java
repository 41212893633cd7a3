package org.xpcom4j.idl.freeze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.Span;

/**
 * How an interface differs from what was frozen.
 *
 * @param changes the lines that are in one of both, in order
 */
record Difference(List<Change> changes) {
  private static final int SHOWN = 20;

  /** Beyond this, lines are not matched with each other: it would take long. */
  private static final long MOST_COMPARISONS = 4_000_000;

  /**
   * One line that is not in both.
   *
   * @param isNew whether it is in the IDL and not in the freeze file
   * @param line the line
   */
  record Change(boolean isNew, FingerprintLine line) {
    private String text() {
      int number = line.span().position().line();
      return "\n    " + (isNew ? "+ " : "- ") + number + ": " + line.text();
    }
  }

  static Difference between(Fingerprint frozen, Fingerprint now) {
    List<FingerprintLine> before = frozen.lines();
    List<FingerprintLine> after = now.lines();
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).says(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).says(after.get(after.size() - 1 - end))) {
      end++;
    }
    return new Difference(
        changes(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
  }

  /** Where the first new line stands; none if lines are only missing. */
  Optional<Span> place() {
    return changes.stream().filter(Change::isNew).map(each -> each.line().span()).findFirst();
  }

  /** The changes one below the other, each with the number of its line. */
  String text() {
    StringBuilder out = new StringBuilder();
    changes.stream().limit(SHOWN).forEach(change -> out.append(change.text()));
    int more = changes.size() - SHOWN;
    return more > 0 ? out + "\n    and " + more + " more" : out.toString();
  }

  private static List<Change> changes(List<FingerprintLine> before, List<FingerprintLine> after) {
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    if ((long) before.size() * after.size() <= MOST_COMPARISONS) {
      int[][] common = common(before, after);
      while (i < before.size() && j < after.size()) {
        if (before.get(i).says(after.get(j))) {
          i++;
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          changes.add(new Change(false, before.get(i++)));
        } else {
          changes.add(new Change(true, after.get(j++)));
        }
      }
    }
    before.subList(i, before.size()).forEach(line -> changes.add(new Change(false, line)));
    after.subList(j, after.size()).forEach(line -> changes.add(new Change(true, line)));
    return changes;
  }

  /** The lengths of the longest common subsequences of what is behind each pair of places. */
  private static int[][] common(List<FingerprintLine> before, List<FingerprintLine> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).says(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
