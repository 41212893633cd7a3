package org.xpcom4j.necko.security;

import java.util.Optional;
import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsIX509Cert;

/**
 * What a handshake has agreed on. Immutable. The JDK tells neither the group of the key exchange nor
 * the scheme of the signature, and it does not look at Certificate Transparency or extended
 * validation.
 */
final class SslStatus implements nsISSLStatus {
  private final nsIX509Cert serverCert;
  private final Agreement agreement;
  private final Optional<CertificateVerdict> verdict;

  SslStatus(nsIX509Cert serverCert, Agreement agreement, Optional<CertificateVerdict> verdict) {
    this.serverCert = serverCert;
    this.agreement = agreement;
    this.verdict = verdict;
  }

  @Override
  public nsIX509Cert getServerCert() {
    return serverCert;
  }

  @Override
  public String getCipherName() {
    return agreement.cipherName();
  }

  @Override
  public String getCipherSuite() {
    return agreement.cipherSuite();
  }

  @Override
  public long getKeyLength() {
    return agreement.keyBits();
  }

  @Override
  public long getSecretKeyLength() {
    return agreement.keyBits();
  }

  @Override
  public String getKeaGroupName() {
    return "";
  }

  @Override
  public String getSignatureSchemeName() {
    return "";
  }

  @Override
  public int getProtocolVersion() {
    return agreement.version();
  }

  @Override
  public int getCertificateTransparencyStatus() {
    return CERTIFICATE_TRANSPARENCY_NOT_APPLICABLE;
  }

  @Override
  public boolean getIsDomainMismatch() {
    return verdict.map(CertificateVerdict::isDomainMismatch).orElse(false);
  }

  @Override
  public boolean getIsNotValidAtThisTime() {
    return verdict.map(CertificateVerdict::isNotValidAtThisTime).orElse(false);
  }

  @Override
  public boolean getIsUntrusted() {
    return verdict.map(CertificateVerdict::isUntrusted).orElse(false);
  }

  @Override
  public boolean getIsExtendedValidation() {
    return false;
  }
}
