package org.xpcom4j.idl.freeze;

import org.xpcom4j.idl.source.Span;

/**
 * One thing that others depend on.
 *
 * @param text what is compared
 * @param span where it stands: in the IDL, or in a freeze file
 */
public record FingerprintLine(String text, Span span) {
  boolean says(FingerprintLine other) {
    return text.equals(other.text);
  }
}
