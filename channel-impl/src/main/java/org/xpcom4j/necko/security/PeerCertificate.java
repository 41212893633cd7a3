package org.xpcom4j.necko.security;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIX509Cert;
import org.xpcom4j.interfaces.nsIX509CertValidity;
import org.xpcom4j.registry.data.SnapshotArray;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * A certificate that a server has shown, together with those behind it. Immutable. It is in no store,
 * so whatever concerns stores is empty.
 */
final class PeerCertificate implements nsIX509Cert {
  private final X509Certificate certificate;
  private final List<X509Certificate> behind;
  private final Predicate<X509Certificate> isBuiltIn;

  private PeerCertificate(
      X509Certificate certificate,
      List<X509Certificate> behind,
      Predicate<X509Certificate> isBuiltIn) {
    this.certificate = certificate;
    this.behind = behind;
    this.isBuiltIn = isBuiltIn;
  }

  /**
   * Makes the certificates of a chain.
   *
   * @param chain the server's own certificate first, not empty
   * @param isBuiltIn tells the platform's authorities
   */
  static List<PeerCertificate> ofChain(
      List<X509Certificate> chain, Predicate<X509Certificate> isBuiltIn) {
    List<PeerCertificate> certificates = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      List<X509Certificate> behind = List.copyOf(chain.subList(i + 1, chain.size()));
      certificates.add(new PeerCertificate(chain.get(i), behind, isBuiltIn));
    }
    return certificates;
  }

  @Override
  public String getNickname() {
    return "";
  }

  @Override
  public String getEmailAddress() {
    return CertificateFacts.emailAddresses(certificate).stream().findFirst().orElse("");
  }

  @Override
  public boolean getIsBuiltInRoot() {
    return isBuiltIn.test(certificate);
  }

  @Override
  public String[] getEmailAddresses(long @Nullable [] length) {
    String[] addresses = CertificateFacts.emailAddresses(certificate).toArray(String[]::new);
    tellLength(length, addresses.length);
    return addresses;
  }

  @Override
  public boolean containsEmailAddress(@Nullable String aEmailAddress) {
    return CertificateFacts.emailAddresses(certificate).stream()
        .anyMatch(address -> address.equalsIgnoreCase(aEmailAddress));
  }

  @Override
  public String getSubjectName() {
    return subject().text();
  }

  @Override
  public String getCommonName() {
    return subject().part(DistinguishedName.COMMON_NAME).orElse("");
  }

  @Override
  public String getOrganization() {
    return subject().part(DistinguishedName.ORGANIZATION).orElse("");
  }

  @Override
  public String getOrganizationalUnit() {
    return subject().part(DistinguishedName.ORGANIZATIONAL_UNIT).orElse("");
  }

  @Override
  public String getSha256Fingerprint() {
    return CertificateFacts.fingerprint(certificate, "SHA-256");
  }

  @Override
  public String getSha1Fingerprint() {
    return CertificateFacts.fingerprint(certificate, "SHA-1");
  }

  @Override
  public String getTokenName() {
    return "";
  }

  @Override
  public String getIssuerName() {
    return issuerName().text();
  }

  @Override
  public String getSerialNumber() {
    return CertificateFacts.serialNumber(certificate);
  }

  @Override
  public String getIssuerCommonName() {
    return issuerName().part(DistinguishedName.COMMON_NAME).orElse("");
  }

  @Override
  public String getIssuerOrganization() {
    return issuerName().part(DistinguishedName.ORGANIZATION).orElse("");
  }

  @Override
  public String getIssuerOrganizationUnit() {
    return issuerName().part(DistinguishedName.ORGANIZATIONAL_UNIT).orElse("");
  }

  @Override
  public @Nullable nsIX509Cert getIssuer() {
    return getIsSelfSigned() ? this : findIssuer().orElse(null);
  }

  @Override
  public nsIX509CertValidity getValidity() {
    return new CertificateValidity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  @Override
  public String getDbKey() {
    return CertificateFacts.storeKey(certificate);
  }

  @Override
  public String getWindowTitle() {
    return Stream.of(getCommonName(), getOrganizationalUnit(), getOrganization(), getSubjectName())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  @Override
  public long getCertType() {
    return certificate.getBasicConstraints() >= 0 ? CA_CERT : SERVER_CERT;
  }

  @Override
  public boolean getIsSelfSigned() {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  @Override
  public nsIArray getChain() {
    List<PeerCertificate> chain = new ArrayList<>();
    Optional<PeerCertificate> next = Optional.of(this);
    while (next.isPresent()) {
      chain.add(next.get());
      next = next.get().findIssuer();
    }
    return SnapshotArray.of(chain);
  }

  @Override
  public String getKeyUsages() {
    return CertificateFacts.keyUsages(certificate);
  }

  /** {@return null: certificates are not taken apart here} */
  @Override
  public @Nullable nsISupports getASN1Structure() {
    return null;
  }

  @Override
  public byte[] getRawDER(long @Nullable [] length) {
    byte[] der = CertificateFacts.der(certificate);
    tellLength(length, der.length);
    return der;
  }

  @Override
  public boolean equals_(@Nullable nsIX509Cert other) {
    return other != null && Arrays.equals(getRawDER(null), other.getRawDER(new long[1]));
  }

  @Override
  public String getSha256SubjectPublicKeyInfoDigest() {
    return CertificateFacts.publicKeyDigest(certificate);
  }

  @Override
  public byte[] exportAsCMS(long chainMode, long @Nullable [] length) {
    if (chainMode < CMS_CHAIN_MODE_CertOnly || chainMode > CMS_CHAIN_MODE_CertChainWithRoot) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE, "chainMode " + chainMode + " is none of the constants");
    }
    throw new XpcomException(
        Nsresult.NS_ERROR_NOT_IMPLEMENTED,
        "certificates are not written as CMS messages\n  hint: getRawDER()");
  }

  @Override
  public String[] getAllTokenNames(long @Nullable [] length) {
    tellLength(length, 0);
    return new String[0];
  }

  @Override
  public void markForPermDeletion() {
    throw new XpcomException(
        Nsresult.NS_ERROR_NOT_AVAILABLE, "the certificate of a server is in no store");
  }

  private DistinguishedName subject() {
    return DistinguishedName.of(certificate.getSubjectX500Principal());
  }

  private DistinguishedName issuerName() {
    return DistinguishedName.of(certificate.getIssuerX500Principal());
  }

  private Optional<PeerCertificate> findIssuer() {
    for (int i = 0; i < behind.size(); i++) {
      X509Certificate candidate = behind.get(i);
      if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        List<X509Certificate> rest = behind.subList(i + 1, behind.size());
        return Optional.of(new PeerCertificate(candidate, rest, isBuiltIn));
      }
    }
    return Optional.empty();
  }

  private static void tellLength(long @Nullable [] length, int value) {
    if (length != null && length.length > 0) {
      length[0] = value;
    }
  }
}
