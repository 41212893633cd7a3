package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_OK;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended.
 *
 * @param status {@code NS_OK} when both Close frames were exchanged, else what went wrong
 * @param sentence what happened, for people; empty for a clean end
 * @param cause the exception behind it, if there was one; an {@link javax.net.ssl.SSLException} when TLS refused
 */
public record EndReason(long status, String sentence, @Nullable Throwable cause) {
  /** Both Close frames were exchanged. */
  public static final EndReason CLEAN = new EndReason(NS_OK, "", null);

  /**
   * Makes a reason without an exception.
   *
   * @param status the nsresult
   * @param sentence what happened
   */
  public EndReason(long status, String sentence) {
    this(status, sentence, null);
  }
}
