package org.xpcom4j.necko.channel;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority made for one test class, and what its servers show. */
final class TestAuthority {
  private static final char[] PASSWORD = "test".toCharArray();

  private final X509Bundle authority;

  private TestAuthority(X509Bundle authority) {
    this.authority = authority;
  }

  static TestAuthority named(String name) {
    try {
      return new TestAuthority(
          new CertificateBuilder()
              .subject("CN=" + name)
              .setIsCertificateAuthority(true)
              .buildSelfSigned());
    } catch (Exception e) {
      throw new AssertionError("no certificate authority could be made", e);
    }
  }

  /** Writes the authority's certificate for the preference security.ca-file. */
  Path writeCaFile() {
    try {
      Path file = Files.createTempFile("xpcom4j-test-ca", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(file, authority.getCertificatePEM());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A TLS server's context with a certificate for one DNS name. */
  SSLContext serverFor(String dnsName) throws Exception {
    X509Bundle server =
        new CertificateBuilder()
            .subject("CN=" + dnsName)
            .addSanDnsName(dnsName)
            .buildIssuedBy(authority);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(server.toKeyStore(PASSWORD), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
