package org.xpcom4j.necko.security;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsISSLStatusProvider;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.nsIX509CertList;

/** What is told about one handshake. Immutable. */
final class SecurityInfo implements nsITransportSecurityInfo, nsISSLStatusProvider {
  private static final long STATE_IS_SECURE = 2;
  private static final long STATE_IS_INSECURE = 4;
  private static final long STATE_SECURE_HIGH = 0x40000;

  private final @Nullable SslStatus status;
  private final @Nullable TlsError error;
  private final String message;
  private final @Nullable CertificateList failedChain;

  private SecurityInfo(
      @Nullable SslStatus status,
      @Nullable TlsError error,
      String message,
      @Nullable CertificateList failedChain) {
    this.status = status;
    this.error = error;
    this.message = message;
    this.failedChain = failedChain;
  }

  /** A handshake that came to its end. */
  static SecurityInfo secure(SslStatus status) {
    return new SecurityInfo(status, null, "", null);
  }

  /**
   * A handshake that failed.
   *
   * @param status what was known by then, null when the server had shown no certificate
   * @param failedChain the certificates that were refused, null when none were
   */
  static SecurityInfo failed(
      @Nullable SslStatus status,
      TlsError error,
      String message,
      @Nullable CertificateList failedChain) {
    return new SecurityInfo(status, error, message, failedChain);
  }

  @Override
  public long getSecurityState() {
    return error == null ? STATE_IS_SECURE | STATE_SECURE_HIGH : STATE_IS_INSECURE;
  }

  @Override
  public String getErrorMessage() {
    return message;
  }

  @Override
  public int getErrorCode() {
    return error == null ? 0 : error.nssCode();
  }

  /** A new copy each time, because such lists can be changed. */
  @Override
  public @Nullable nsIX509CertList getFailedCertChain() {
    return failedChain == null ? null : failedChain.copy();
  }

  @Override
  public @Nullable nsISSLStatus getSSLStatus() {
    return status;
  }
}
