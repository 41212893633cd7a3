package org.xpcom4j.idl.typelib;

import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;

/** IDL without errors has more of something than a typelib can count. */
public final class TypelibLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  TypelibLimitException(Diagnostic diagnostic) {
    super(DiagnosticFormat.format(diagnostic));
    this.diagnostic = diagnostic;
  }

  /** {@return what to tell the author of the IDL} */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
