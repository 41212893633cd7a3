package org.xpcom4j.registry.manifest;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares versions as Gecko does: parts between dots, each a number, a text, a number and a text,
 * all of which may be missing. A missing part is 0; a missing text is greater than any other, so that
 * {@code 1.0pre} comes before {@code 1.0}.
 */
public final class VersionComparator implements Comparator<String> {

  private static final Part ZERO = Part.parse("0");

  /** Makes a comparator; all are alike. */
  public VersionComparator() {}

  /**
   * {@inheritDoc}
   *
   * @param a a version, any text
   * @param b another
   * @return 0 for versions that mean the same, as {@code 1} and {@code 1.0} do
   */
  @Override
  public int compare(String a, String b) {
    List<Part> left = parts(a);
    List<Part> right = parts(b);
    for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
      int order = part(left, at).compareTo(part(right, at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<Part> parts(String version) {
    return List.of(version.split("\\.", -1)).stream().map(Part::parse).toList();
  }

  private static Part part(List<Part> parts, int at) {
    return at < parts.size() ? parts.get(at) : ZERO;
  }

  private record Part(long a, @Nullable String b, long c, @Nullable String d)
      implements Comparable<Part> {

    private static final Comparator<@Nullable String> TEXT =
        Comparator.nullsLast(Comparator.naturalOrder());

    private static final Comparator<Part> ORDER =
        Comparator.comparingLong(Part::a)
            .thenComparing(Part::b, TEXT)
            .thenComparingLong(Part::c)
            .thenComparing(Part::d, TEXT);

    static Part parse(String text) {
      if (text.equals("*")) {
        return new Part(Integer.MAX_VALUE, null, 0, null);
      }
      int afterA = endOfNumber(text, 0);
      long a = number(text, 0, afterA);
      if (afterA == text.length()) {
        return new Part(a, null, 0, null);
      }
      if (text.charAt(afterA) == '+') { // the next version, before it is finished
        return new Part(a + 1, "pre", 0, null);
      }
      int afterB = afterA;
      while (afterB < text.length() && "0123456789+-".indexOf(text.charAt(afterB)) < 0) {
        afterB++;
      }
      int afterC = endOfNumber(text, afterB);
      return new Part(
          a,
          text.substring(afterA, afterB),
          number(text, afterB, afterC),
          afterC == text.length() ? null : text.substring(afterC));
    }

    /** Where digits end that begin here, with a sign perhaps; here if there are none. */
    private static int endOfNumber(String text, int from) {
      int digits = from;
      if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
        digits++;
      }
      int end = digits;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      return end == digits ? from : end;
    }

    /** More digits than fit are the greatest number. */
    private static long number(String text, int from, int to) {
      if (from == to) {
        return 0;
      }
      try {
        return Integer.parseInt(text.substring(from, to));
      } catch (NumberFormatException tooLarge) {
        return text.charAt(from) == '-' ? Integer.MIN_VALUE : Integer.MAX_VALUE;
      }
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }
}
