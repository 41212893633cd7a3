package org.xpcom4j.idl.syntax;

/** Leaves a declaration that was found to be wrong; the diagnostic is already reported. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxException() {
    super("reported", null, false, false);
  }
}
