package org.xpcom4j.necko.security;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;

/**
 * Explains why the JDK refused a server's certificate, in the order that Gecko gives to causes:
 * trust, then the name, then the time, then the rest.
 */
final class CertificateJudge {
  private static final int NAMES_SHOWN = 3;
  private static final String SERVER_PURPOSE = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final PathCheck paths;

  CertificateJudge(PathCheck paths) {
    this.paths = paths;
  }

  /** Judges a chain that was refused, while the handshake of the engine goes on. */
  CertificateVerdict judge(List<X509Certificate> chain, String authType, SSLEngine engine) {
    X509Certificate own = chain.get(0);
    Optional<TlsError> time = timeError(own);
    Optional<TlsError> trust = paths.findError(chain, momentOfValidity(own));
    boolean isForAnotherHost = IdentityCheck.isForAnotherHost(own, authType, engine);
    TlsError error =
        trust
            .or(() -> isForAnotherHost ? Optional.of(TlsError.WRONG_HOST) : Optional.empty())
            .or(() -> time)
            .or(() -> purposeError(own))
            .orElse(TlsError.UNTRUSTED);
    boolean isUntrusted = trust.isPresent() || (!isForAnotherHost && time.isEmpty());
    String message = message(error, own, engine.getPeerHost());
    return new CertificateVerdict(error, message, isUntrusted, isForAnotherHost, time.isPresent());
  }

  private static Optional<TlsError> timeError(X509Certificate own) {
    try {
      own.checkValidity();
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return Optional.of(TlsError.EXPIRED);
    } catch (CertificateNotYetValidException e) {
      return Optional.of(TlsError.NOT_YET_VALID);
    }
  }

  /** Now, or the moment nearest to it at which the certificate is valid. */
  private static Instant momentOfValidity(X509Certificate own) {
    Instant now = Instant.now();
    Instant from = own.getNotBefore().toInstant();
    Instant to = own.getNotAfter().toInstant();
    return now.isBefore(from) ? from : now.isAfter(to) ? to : now;
  }

  private static Optional<TlsError> purposeError(X509Certificate own) {
    try {
      List<String> purposes = own.getExtendedKeyUsage();
      if (purposes != null
          && !purposes.contains(SERVER_PURPOSE)
          && !purposes.contains(ANY_PURPOSE)) {
        return Optional.of(TlsError.WRONG_PURPOSE);
      }
    } catch (CertificateParsingException e) {
      return Optional.of(TlsError.BAD_DER);
    }
    boolean[] uses = own.getKeyUsage();
    // digitalSignature, keyEncipherment and keyAgreement: what TLS does with a server's key
    boolean isForTls = uses == null || uses[0] || uses[2] || uses[4];
    return isForTls ? Optional.empty() : Optional.of(TlsError.WRONG_KEY_USAGE);
  }

  private static String message(TlsError error, X509Certificate own, String host) {
    String detail =
        switch (error) {
          case WRONG_HOST -> "\n  it is for: " + namesOf(own);
          case EXPIRED -> "\n  expired: " + own.getNotAfter().toInstant();
          case NOT_YET_VALID -> "\n  valid from: " + own.getNotBefore().toInstant();
          case UNKNOWN_ISSUER, SELF_SIGNED ->
              "\n  issuer: "
                  + DistinguishedName.of(own.getIssuerX500Principal()).text()
                  + "\n  hint: preference "
                  + CaFile.PREFERENCE
                  + " names a PEM file with further authorities to trust";
          default -> "\n  subject: " + DistinguishedName.of(own.getSubjectX500Principal()).text();
        };
    return "certificate of " + host + " is refused: " + error.meaning() + detail;
  }

  private static String namesOf(X509Certificate own) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = own.getSubjectAlternativeNames();
      if (alternatives != null) {
        alternatives.stream()
            .map(entry -> entry.get(1))
            .filter(String.class::isInstance)
            .forEach(name -> names.add((String) name));
      }
    } catch (CertificateException e) {
      return "names that cannot be read";
    }
    if (names.isEmpty()) {
      names.add(DistinguishedName.of(own.getSubjectX500Principal()).text());
    }
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    int more = names.size() - NAMES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
