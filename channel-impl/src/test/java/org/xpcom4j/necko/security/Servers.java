package org.xpcom4j.necko.security;

import io.netty.pkitesting.X509Bundle;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Makes engines of TLS servers. */
final class Servers {
  private static final char[] PASSWORD = "memory".toCharArray();

  private Servers() {}

  static SSLEngine showing(X509Bundle bundle) throws Exception {
    return showing(bundle, parameters -> {});
  }

  static SSLEngine showing(X509Bundle bundle, Consumer<SSLParameters> settings) throws Exception {
    return showing(bundle, bundle.getCertificatePath(), settings);
  }

  /** A server that shows other certificates than those that belong to its key. */
  static SSLEngine showing(
      X509Bundle key, X509Certificate[] chain, Consumer<SSLParameters> settings) throws Exception {
    var store = java.security.KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key.getKeyPair().getPrivate(), PASSWORD, (Certificate[]) chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    settings.accept(parameters);
    engine.setSSLParameters(parameters);
    return engine;
  }
}
