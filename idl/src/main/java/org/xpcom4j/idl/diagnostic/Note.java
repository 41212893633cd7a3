package org.xpcom4j.idl.diagnostic;

/**
 * One of the indented lines below a diagnostic.
 *
 * @param kind what it tells
 * @param text the rest of the line
 */
public record Note(Kind kind, String text) {
  /** What a note tells; they are shown in this order. */
  public enum Kind {
    /** What would have been right here. */
    EXPECTED("expected"),
    /** Known names that resemble the one that was written. */
    NEAR("near"),
    /** How something differs from what it has to be, over several lines. */
    DIFFERENCE("difference"),
    /** The earlier place that this one collides with. */
    PREVIOUS("previous"),
    /** Where it came from: a search path, a chain of includes. */
    ORIGIN("from"),
    /** Text that can be pasted. */
    HINT("hint");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return the word in front of the colon} */
    public String word() {
      return word;
    }
  }
}
