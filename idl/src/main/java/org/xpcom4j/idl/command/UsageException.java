package org.xpcom4j.idl.command;

/** The command line asks for what cannot be; the message says so to people. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
