package org.xpcom4j.necko.security;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out why a chain leads to no trusted authority. It explains only: whether a chain is accepted
 * is decided by the JDK's trust manager.
 */
final class PathCheck {
  private static final Map<Reason, TlsError> ERRORS =
      Map.ofEntries(
          Map.entry(BasicReason.EXPIRED, TlsError.EXPIRED_ISSUER),
          Map.entry(BasicReason.NOT_YET_VALID, TlsError.ISSUER_NOT_YET_VALID),
          Map.entry(BasicReason.REVOKED, TlsError.REVOKED),
          Map.entry(BasicReason.INVALID_SIGNATURE, TlsError.BAD_SIGNATURE),
          Map.entry(BasicReason.ALGORITHM_CONSTRAINED, TlsError.WEAK_ALGORITHM),
          Map.entry(PKIXReason.NO_TRUST_ANCHOR, TlsError.UNKNOWN_ISSUER),
          Map.entry(PKIXReason.NAME_CHAINING, TlsError.UNKNOWN_ISSUER),
          Map.entry(PKIXReason.NOT_CA_CERT, TlsError.ISSUER_IS_NO_AUTHORITY),
          Map.entry(PKIXReason.PATH_TOO_LONG, TlsError.ISSUER_IS_NO_AUTHORITY),
          Map.entry(PKIXReason.INVALID_KEY_USAGE, TlsError.WRONG_KEY_USAGE),
          Map.entry(PKIXReason.INVALID_NAME, TlsError.NOT_IN_NAME_SPACE));

  private final Set<X509Certificate> trusted;

  PathCheck(X509Certificate... trusted) {
    this.trusted = new LinkedHashSet<>(List.of(trusted));
  }

  /**
   * Looks for what is wrong with the chain at a moment when its first certificate was valid.
   *
   * @return empty when the chain is fine
   */
  Optional<TlsError> findError(List<X509Certificate> chain, Instant moment) {
    X509Certificate own = chain.get(0);
    if (trusted.contains(own)) {
      return Optional.empty();
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors());
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(moment));
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      CertPathValidator.getInstance("PKIX")
          .validate(factory.generateCertPath(pathBelowAnchor(chain)), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      TlsError error = ERRORS.getOrDefault(e.getReason(), TlsError.UNTRUSTED);
      boolean isAlone = error == TlsError.UNKNOWN_ISSUER && isSignedByItself(own);
      return Optional.of(isAlone ? TlsError.SELF_SIGNED : error);
    } catch (CertificateException e) {
      return Optional.of(TlsError.BAD_DER);
    } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has PKIX", e);
    }
  }

  /** The certificates from the server's own up to the trusted one, which is left out. */
  private List<X509Certificate> pathBelowAnchor(List<X509Certificate> chain) {
    List<X509Certificate> rest = new ArrayList<>(chain);
    List<X509Certificate> path = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(rest.remove(0));
    while (next.isPresent() && !trusted.contains(next.get())) {
      X509Certificate current = next.get();
      path.add(current);
      next =
          rest.stream()
              .filter(c -> c.getSubjectX500Principal().equals(current.getIssuerX500Principal()))
              .findFirst();
      next.ifPresent(rest::remove);
    }
    return path;
  }

  private Set<TrustAnchor> anchors() {
    Set<TrustAnchor> anchors = new LinkedHashSet<>();
    for (X509Certificate certificate : trusted) {
      anchors.add(new TrustAnchor(certificate, null));
    }
    return anchors;
  }

  private static boolean isSignedByItself(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false; // by another key of the same name
    }
  }
}
