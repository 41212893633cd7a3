package org.xpcom4j.necko.security;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * Makes the context that engines come from, and keeps it while the file of authorities stays the
 * same. Safe for any thread.
 */
final class TlsContexts {
  private final PeerChecks checks;
  private @Nullable X509ExtendedTrustManager platform;
  private @Nullable Made last;

  private record Made(Optional<CaFile> file, SSLContext context) {}

  TlsContexts(PeerChecks checks) {
    this.checks = checks;
  }

  /**
   * A context that trusts the platform's authorities and those of a file.
   *
   * @param file name of the file, empty for none
   * @throws XpcomException NS_ERROR_NOT_AVAILABLE when nobody can be trusted
   */
  synchronized SSLContext get(String file) {
    Optional<CaFile> wanted = file.isEmpty() ? Optional.empty() : Optional.of(CaFile.at(file));
    Made made = last;
    if (made == null || !made.file().equals(wanted)) {
      made = new Made(wanted, make(wanted));
      last = made;
    }
    return made.context();
  }

  /** Whether a certificate is one of the platform's authorities. */
  boolean isBuiltIn(X509Certificate certificate) {
    return List.of(platform().getAcceptedIssuers()).contains(certificate);
  }

  private SSLContext make(Optional<CaFile> file) {
    X509ExtendedTrustManager trusted =
        file.map(CaFile::read)
            .map(more -> Authorities.plus(platform(), more))
            .orElseGet(this::platform);
    if (List.of(trusted.getAcceptedIssuers()).isEmpty()) {
      throw new XpcomException(
          Nsresult.NS_ERROR_NOT_AVAILABLE,
          "nobody is trusted: the JDK has no authorities and preference "
              + CaFile.PREFERENCE
              + " names none");
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new RecordingTrustManager(trusted, checks)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new XpcomException(Nsresult.NS_ERROR_NOT_AVAILABLE, "the JDK offers no TLS", e);
    }
  }

  private synchronized X509ExtendedTrustManager platform() {
    if (platform == null) {
      platform = Authorities.ofPlatform();
    }
    return platform;
  }
}
