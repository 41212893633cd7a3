package org.xpcom4j.registry.mozilla;

import java.util.Objects;

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
   * Tells whether a version is in the range. Parts between dots are compared as numbers; a part that
   * is missing is 0, and one with letters, as in {@code 1.9b3}, comes before the same number without.
   *
   * @param version such as {@code 1.9.2}
   * @return whether it is in the range
   */
  public boolean check(String version) {
    int toLower = VersionParts.compare(version, lower);
    int toUpper = VersionParts.compare(version, upper);
    return (toLower > 0 || (toLower == 0 && lowerInclusive))
        && (toUpper < 0 || (toUpper == 0 && upperInclusive));
  }
}
