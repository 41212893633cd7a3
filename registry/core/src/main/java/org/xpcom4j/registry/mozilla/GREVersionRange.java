package org.xpcom4j.registry.mozilla;

import java.util.Objects;
import org.xpcom4j.registry.manifest.VersionComparator;

/**
 * The versions of a Gecko runtime that a program takes.
 *
 * @param lower the lowest version
 * @param lowerInclusive whether that one is in the range
 * @param upper the highest version
 * @param upperInclusive whether that one is in the range
 */
public record GREVersionRange(
    String lower, boolean lowerInclusive, String upper, boolean upperInclusive) {

  private static final VersionComparator VERSIONS = new VersionComparator();

  /**
   * Refuses null.
   *
   * @param lower the lowest version
   * @param lowerInclusive whether that one is in the range
   * @param upper the highest version
   * @param upperInclusive whether that one is in the range
   */
  public GREVersionRange {
    Objects.requireNonNull(lower, "lower");
    Objects.requireNonNull(upper, "upper");
  }

  /**
   * Tells whether a version is in the range, in Gecko's order: parts between dots are numbers, of
   * which those that are missing are 0; one with letters, as in {@code 1.9b3}, comes before the same
   * number without, and {@code 1.9+} stands for the beginning of what follows 1.9.
   *
   * @param version such as {@code 1.9.2}
   * @return whether it is in the range
   */
  public boolean check(String version) {
    int toLower = VERSIONS.compare(version, lower);
    int toUpper = VERSIONS.compare(version, upper);
    return (toLower > 0 || (toLower == 0 && lowerInclusive))
        && (toUpper < 0 || (toUpper == 0 && upperInclusive));
  }
}
