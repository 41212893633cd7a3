package org.xpcom4j.idl.diagnostic;

/**
 * What becomes of warnings: of what the language, as trees of IDL have used it for long, accepts
 * and what is questionable all the same. Errors are errors always.
 */
public enum Strictness {
  /** They are not mentioned. */
  SILENT,
  /** They are warnings. */
  WARN,
  /** They are errors. */
  STRICT
}
