package org.xpcom4j.necko.transport;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of one test run, servers with its certificates, and clients that trust it. */
final class TestTls {
  private final X509Bundle authority;

  private TestTls(X509Bundle authority) {
    this.authority = authority;
  }

  static TestTls create() throws Exception {
    return new TestTls(
        new CertificateBuilder()
            .subject("CN=xpcom4j test authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned());
  }

  /** A server's context with a certificate for one DNS name. */
  SSLContext server(String name) throws Exception {
    X509Bundle leaf =
        new CertificateBuilder().subject("CN=" + name).addSanDnsName(name).buildIssuedBy(authority);
    KeyManagerFactory keys = leaf.toKeyManagerFactory();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Engines as the JDK makes them, with this authority trusted and names compared. */
  TlsEngines client() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority.getCertificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return (host, port, alpn) -> {
      SSLEngine engine = context.createSSLEngine(host, port);
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setApplicationProtocols(new String[] {alpn});
      engine.setSSLParameters(parameters);
      return engine;
    };
  }
}
