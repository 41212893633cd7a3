package org.xpcom4j.idl.command;

import java.io.IOException;

/** The command line asks for what cannot be; the message says so to people. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }

  /** What went wrong with a file of the command line. */
  static UsageException of(String file, IOException failure) {
    return new UsageException(file + ": " + FileBytes.reason(file, failure));
  }
}
