package org.xpcom4j.necko.protocol;

/** What was read is no HTTP head, or one that is too large, or one that two readers could understand in two ways. */
public final class MalformedHead extends Exception {
  /** What is wrong with the head; a server has a status code for each. */
  public enum Fault {
    /** It breaks a rule of HTTP. */
    SYNTAX,
    /** Its first line is longer than the limit. */
    START_LINE_TOO_LONG,
    /** A header line, their number, or the whole head is over its limit. */
    TOO_LARGE
  }

  private static final long serialVersionUID = 1;

  /** The kind of fault. */
  private final Fault fault;

  MalformedHead(Fault fault, String sentence) {
    super(sentence, null, false, false); // a verdict on foreign text: its stack tells nothing
    this.fault = fault;
  }

  /**
   * {@return what kind of fault it is}
   */
  public Fault fault() {
    return fault;
  }

  /** What was wrong, in one printable line. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
