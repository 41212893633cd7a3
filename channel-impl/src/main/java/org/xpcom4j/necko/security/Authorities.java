package org.xpcom4j.necko.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Makes trust managers of the JDK that trust given authorities. */
final class Authorities {
  private Authorities() {}

  /** Trusts what the JDK is set up to trust. */
  static X509ExtendedTrustManager ofPlatform() {
    return trustManager(null);
  }

  /** Trusts the authorities of another trust manager and more. */
  static X509ExtendedTrustManager plus(
      X509ExtendedTrustManager trusted, List<X509Certificate> more) {
    Set<X509Certificate> all = new LinkedHashSet<>(List.of(trusted.getAcceptedIssuers()));
    all.addAll(more);
    return only(all);
  }

  /** Trusts exactly the given certificates, be they of authorities or not. */
  static X509ExtendedTrustManager only(Collection<X509Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate certificate : certificates) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      return trustManager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw unavailable(e);
    }
  }

  private static X509ExtendedTrustManager trustManager(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new GeneralSecurityException("PKIX gives no X509ExtendedTrustManager");
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  private static XpcomException unavailable(Exception cause) {
    return new XpcomException(
        Nsresult.NS_ERROR_NOT_AVAILABLE, "the JDK's trusted authorities cannot be read", cause);
  }
}
