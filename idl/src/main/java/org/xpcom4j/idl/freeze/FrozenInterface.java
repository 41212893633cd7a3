package org.xpcom4j.idl.freeze;

import org.xpcom4j.idl.source.Span;

/**
 * An interface as it was when it was frozen.
 *
 * @param fingerprint what others depend on
 * @param term how firm it is frozen
 * @param span where the freeze file names it
 */
public record FrozenInterface(Fingerprint fingerprint, Term term, Span span) {
  /** {@return the name of the interface} */
  public String name() {
    return fingerprint.interfaceName();
  }
}
