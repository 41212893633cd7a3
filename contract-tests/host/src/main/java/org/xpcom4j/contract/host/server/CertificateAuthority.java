package org.xpcom4j.contract.host.server;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** A certificate authority that lives as long as this process and is trusted only where it is named. */
public final class CertificateAuthority {
  private final X509Bundle root;

  private CertificateAuthority(X509Bundle root) {
    this.root = root;
  }

  /**
   * Makes an authority with a key and a name of its own.
   *
   * @return the authority
   */
  public static CertificateAuthority create() {
    String name = "xpcom4j authority " + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    return new CertificateAuthority(
        build(
            () ->
                new CertificateBuilder()
                    .ecp256()
                    .subject("CN=" + name + ",O=xpcom4j")
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign)
                    .buildSelfSigned()));
  }

  /**
   * Issues a certificate for servers of this machine.
   *
   * @return a certificate for {@code localhost} and {@code 127.0.0.1}, valid for a day
   */
  public X509Bundle issueForLoopback() {
    return issue(server("localhost").addSanDnsName("localhost").addSanIpAddress("127.0.0.1"));
  }

  /**
   * Issues a certificate for a server of some other name.
   *
   * @param dnsName the only name that it certifies
   * @return the certificate, valid for a day
   */
  public X509Bundle issueFor(String dnsName) {
    return issue(server(dnsName).addSanDnsName(dnsName));
  }

  /**
   * Issues a certificate for {@code localhost} whose time is over.
   *
   * @return the certificate, which ended an hour ago
   */
  public X509Bundle issueExpired() {
    Instant now = Instant.now();
    return issue(
        server("localhost")
            .addSanDnsName("localhost")
            .notBefore(now.minus(2, ChronoUnit.DAYS))
            .notAfter(now.minus(1, ChronoUnit.HOURS)));
  }

  /**
   * Writes the authority's own certificate to a new temporary file.
   *
   * @return a PEM file, which the caller deletes
   * @throws IOException when it cannot be written
   */
  public Path writePem() throws IOException {
    return Files.writeString(
        Files.createTempFile("xpcom4j-authority-", ".pem"), root.getCertificatePEM());
  }

  private X509Bundle issue(CertificateBuilder server) {
    return build(() -> server.buildIssuedBy(root));
  }

  private static CertificateBuilder server(String commonName) {
    Instant now = Instant.now();
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=" + commonName + ",O=xpcom4j")
        .notBefore(now.minus(1, ChronoUnit.HOURS))
        .notAfter(now.plus(1, ChronoUnit.DAYS))
        .setKeyUsage(true, CertificateBuilder.KeyUsage.digitalSignature)
        .addExtendedKeyUsageServerAuth();
  }

  private static X509Bundle build(Recipe recipe) {
    try {
      return recipe.build();
    } catch (Exception e) { // the builder declares no less
      throw new IllegalStateException("this JDK cannot make a P-256 certificate", e);
    }
  }

  /** What the certificate builder does last, with its wide throws clause. */
  private interface Recipe {
    X509Bundle build() throws Exception;
  }
}
