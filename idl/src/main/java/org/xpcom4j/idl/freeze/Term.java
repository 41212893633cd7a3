package org.xpcom4j.idl.freeze;

import java.util.Optional;

/**
 * How firm an interface is frozen.
 *
 * @param version the version that it is frozen at, until someone accepts a change; none for good
 */
public record Term(Optional<String> version) {
  /** No change is ever accepted. */
  public static final Term FOR_GOOD = new Term(Optional.empty());

  private static final String AT = "at ";
  private static final String FOR_GOOD_TEXT = "for good";

  /**
   * Checks that the version is one word.
   *
   * @param version the version
   */
  public Term {
    if (!version.map(text -> text.matches("[!-~]+")).orElse(true)) {
      throw new IllegalArgumentException("a version is one word: \"" + version.get() + "\"");
    }
  }

  /**
   * Freezes at a version.
   *
   * @param version such as {@code 0.1.0}, one word
   * @return the term
   */
  public static Term at(String version) {
    return new Term(Optional.of(version));
  }

  static Optional<Term> parse(String text) {
    if (text.equals(FOR_GOOD_TEXT)) {
      return Optional.of(FOR_GOOD);
    }
    boolean isVersion = text.matches(AT + "[!-~]+");
    return isVersion ? Optional.of(at(text.substring(AT.length()))) : Optional.empty();
  }

  boolean isForGood() {
    return version.isEmpty();
  }

  @Override
  public String toString() {
    return version.map(AT::concat).orElse(FOR_GOOD_TEXT);
  }
}
