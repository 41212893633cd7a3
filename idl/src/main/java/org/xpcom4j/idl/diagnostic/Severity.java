package org.xpcom4j.idl.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
  /** Nothing is generated. */
  ERROR("error"),
  /** The file is used all the same. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** {@return the word in messages} */
  public String word() {
    return word;
  }
}
