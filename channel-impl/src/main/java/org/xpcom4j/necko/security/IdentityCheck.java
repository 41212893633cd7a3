package org.xpcom4j.necko.security;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Finds out whether a certificate is for another host. The JDK has no public comparison of names, and
 * its trust manager has no exception of its own for it. So the trust manager is asked once more, with
 * the certificate itself as the only thing trusted: then nothing but the names can be wrong.
 */
final class IdentityCheck {
  private IdentityCheck() {}

  /** Whether the names are what is wrong. Called while the handshake of the engine goes on. */
  static boolean isForAnotherHost(X509Certificate own, String authType, SSLEngine engine) {
    X509ExtendedTrustManager trustsIt = Authorities.only(List.of(own));
    X509Certificate[] chain = {own};
    return accepts(() -> trustsIt.checkServerTrusted(chain, authType))
        && !accepts(() -> trustsIt.checkServerTrusted(chain, authType, engine));
  }

  private static boolean accepts(Check check) {
    try {
      check.run();
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }
}
