package org.xpcom4j.necko.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.pkitesting.CertificateBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("TLS provider: arguments, engine settings, and the file of authorities")
class JdkTlsProviderTest {
  @TempDir Path folder;
  private final FakeTlsPrefs prefs = new FakeTlsPrefs();
  private final JdkTlsProvider provider = new JdkTlsProvider(prefs.branch());

  @Test
  void enginesAreForClientsThatCompareTheHost() {
    SSLEngine engine = (SSLEngine) provider.createClientEngine("example.org", 443, "h2,http/1.1");
    assertTrue(engine.getUseClientMode());
    assertEquals("HTTPS", engine.getSSLParameters().getEndpointIdentificationAlgorithm());
    assertEquals(List.of("TLSv1.3", "TLSv1.2"), List.of(engine.getEnabledProtocols()));
    assertArrayEquals(
        new String[] {"h2", "http/1.1"}, engine.getSSLParameters().getApplicationProtocols());
    assertEquals("example.org", engine.getPeerHost());
    assertEquals(443, engine.getPeerPort());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "h2,", "h2,,http/1.1", " "})
  void malformedApplicationProtocolsAreRefused(String alpn) {
    assertRefused(
        Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createClientEngine("h", 443, alpn));
  }

  @Test
  void hostAndProtocolsMustBeThere() {
    assertRefused(
        Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createClientEngine(null, 443, ""));
    assertRefused(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createClientEngine("", 443, ""));
    assertRefused(
        Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createClientEngine("h", 443, null));
  }

  @Test
  void securityInfoNeedsAnEngineThatHasFinishedOrAFailure() {
    Object engine = provider.createClientEngine("example.org", 443, "");
    assertRefused(
        Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createSecurityInfo("engine", null));
    assertRefused(
        Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createSecurityInfo(engine, "failure"));
    assertRefused(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> provider.createSecurityInfo(engine, null));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("missing.pem");
    prefs.put(CaFile.PREFERENCE, file.toString());
    XpcomException e =
        assertRefused(
            Nsresult.NS_ERROR_NOT_AVAILABLE, () -> provider.createClientEngine("h", 443, ""));
    assertEquals(
        """
        NS_ERROR_NOT_AVAILABLE (0x80040111): file of trusted authorities cannot be used: \
        there is no such file
          FILE
          named by: preference security.ca-file
          expected: certificates in PEM form, -----BEGIN CERTIFICATE-----"""
            .replace("FILE", file.toString()),
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate at all",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB",
      })
  void aFileWithoutCertificatesIsRefused(String text) throws Exception {
    Path file = folder.resolve("authorities.pem");
    Files.writeString(file, text);
    prefs.put(CaFile.PREFERENCE, file.toString());
    assertRefused(Nsresult.NS_ERROR_NOT_AVAILABLE, () -> provider.createClientEngine("h", 443, ""));
  }

  @Test
  void aFolderIsNoFile() {
    prefs.put(CaFile.PREFERENCE, folder.toString());
    assertRefused(Nsresult.NS_ERROR_NOT_AVAILABLE, () -> provider.createClientEngine("h", 443, ""));
  }

  @Test
  void aFileThatChangesIsReadAgain() throws Exception {
    String first = authority("CN=First");
    Path file = folder.resolve("authorities.pem");
    Files.writeString(file, first);
    prefs.put(CaFile.PREFERENCE, file.toString());
    provider.createClientEngine("h", 443, "");
    Files.writeString(file, "no longer a certificate");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    assertRefused(Nsresult.NS_ERROR_NOT_AVAILABLE, () -> provider.createClientEngine("h", 443, ""));
  }

  private static String authority(String name) throws Exception {
    return new CertificateBuilder()
        .ecp256()
        .subject(name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned()
        .getCertificatePEM();
  }

  private static XpcomException assertRefused(long result, Executable call) {
    XpcomException e = assertThrows(XpcomException.class, call);
    assertEquals(result, e.result(), e::getMessage);
    return e;
  }
}
