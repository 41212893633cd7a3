package org.xpcom4j.contract.host.command;

import io.netty.pkitesting.CertificateBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate, with its key, for a server of this machine. */
final class ServerCertificate {
  private final Certificate certificate;
  private final SSLContext context;

  private ServerCertificate(KeyStore keys, char[] password, Certificate certificate)
      throws GeneralSecurityException {
    this.certificate = certificate;
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
  }

  /** Makes one for {@code localhost}, {@code 127.0.0.1} and {@code ::1} that lasts a week. */
  static ServerCertificate selfSigned() {
    Instant now = Instant.now();
    char[] password = new char[0];
    try {
      KeyStore keys =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=localhost,O=xpcom4j")
              .addSanDnsName("localhost")
              .addSanIpAddress("127.0.0.1")
              .addSanIpAddress("::1")
              .notBefore(now.minus(1, ChronoUnit.HOURS))
              .notAfter(now.plus(7, ChronoUnit.DAYS))
              .setIsCertificateAuthority(
                  true) // some clients trust no other certificate from a file
              .addExtendedKeyUsageServerAuth()
              .buildSelfSigned()
              .toKeyStore(password);
      return new ServerCertificate(keys, password, keys.getCertificate(aliasOfKey(keys)));
    } catch (Exception e) { // the builder declares no less
      throw new IllegalStateException("this JDK cannot make a P-256 certificate", e);
    }
  }

  /**
   * Takes the first key with a certificate out of a key store, PKCS #12 or JKS.
   *
   * @throws IOException when that is not possible; the message says why
   */
  static ServerCertificate from(Path file, String password) throws IOException {
    char[] secret = password.toCharArray();
    KeyStore keys = read(file, secret);
    try {
      String alias = aliasOfKey(keys);
      if (alias.isEmpty()) {
        throw new IOException("there is no key with a certificate in " + file);
      }
      return new ServerCertificate(keys, secret, keys.getCertificate(alias));
    } catch (UnrecoverableKeyException e) {
      throw new IOException("the key in " + file + " has another password", e);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use the key in " + file + ": " + e.getMessage(), e);
    }
  }

  private static KeyStore read(Path file, char[] password) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e, e);
    }
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12"); // which reads JKS too
      keys.load(new ByteArrayInputStream(bytes), password);
      return keys;
    } catch (IOException e) {
      throw new IOException(
          e.getCause() instanceof UnrecoverableKeyException
              ? "the password of " + file + " is another one"
              : file + " is no key store (PKCS #12 or JKS): " + e.getMessage(),
          e);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use " + file + ": " + e.getMessage(), e);
    }
  }

  private static String aliasOfKey(KeyStore keys) throws GeneralSecurityException {
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias) && keys.getCertificate(alias) != null) {
        return alias;
      }
    }
    return "";
  }

  SSLContext context() {
    return context;
  }

  /** The SHA-256 fingerprint, as other tools print it. */
  String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The certificate without its key, for a client to trust. */
  String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
