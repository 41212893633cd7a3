package org.xpcom4j.contract.host.command;

/** The command's exit codes; 2 is picocli's, for a command line that it cannot read. */
final class ExitCode {
  /** All was done as asked. */
  static final int OK = 0;

  /** A step of the demonstration or a torture case failed, or something unforeseen happened. */
  static final int FAILED = 1;

  /** The command line is wrong, or names a file that cannot be read. */
  static final int USAGE = 2;

  /** A component refused an argument before anything was sent, such as a malformed address. */
  static final int REFUSED = 3;

  /** No connection came about, or it broke: {@code onStop} told a failure. */
  static final int CONNECTION = 4;

  /** The server ended the connection with a close code that tells of an error. */
  static final int CLOSED_WITH_ERROR = 5;

  /** Fewer messages arrived than {@code --expect} asks for. */
  static final int TOO_FEW = 6;

  private ExitCode() {}
}
