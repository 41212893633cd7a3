package org.xpcom4j.necko.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsISSLStatusProvider;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.nsIX509Cert;
import org.xpcom4j.result.Nsresult;

@DisplayName("TLS handshakes: what is accepted, and what is told about what is not")
@Tag("smoke")
class TlsHandshakeTest {
  private static final String HOST = "feed.example.org";

  private final Instant now = Instant.now();
  @TempDir Path folder;
  private final FakeTlsPrefs prefs = new FakeTlsPrefs();
  private final JdkTlsProvider provider = new JdkTlsProvider(prefs.branch());
  private X509Bundle ca;

  @BeforeEach
  void trustOneAuthority() throws Exception {
    ca = authority("CN=Test Authority").buildSelfSigned();
    trust(ca.getCertificatePEM());
  }

  @Nested
  class Accepted {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"TLSv1.3, TLS_AES_, 4", "TLSv1.2, TLS_ECDHE_ECDSA_WITH_, 3"})
    void handshakesTellWhatWasAgreed(String protocol, String suiteStart, int version)
        throws Exception {
      X509Bundle server = server(HOST).buildIssuedBy(ca);
      SSLEngine client = client(HOST, "http/1.1");
      nsITransportSecurityInfo info = handshake(client, Servers.showing(server, only(protocol)));
      assertEquals(0, info.getErrorCode(), info::getErrorMessage);
      assertEquals("", info.getErrorMessage());
      assertEquals(0x40002, info.getSecurityState());
      assertNull(info.getFailedCertChain());
      nsISSLStatus status = statusOf(info);
      assertEquals(version, status.getProtocolVersion());
      assertTrue(status.getCipherSuite().startsWith(suiteStart), status.getCipherSuite());
      assertTrue(status.getCipherName().startsWith("AES_"), status.getCipherName());
      assertTrue(status.getKeyLength() >= 128);
      assertEquals("CN=" + HOST, status.getServerCert().getSubjectName());
      assertFlags(status, false, false, false);
    }

    @Test
    void protocolIsTheOneThatTheServerChose() throws Exception {
      SSLEngine client = client(HOST, "h2, http/1.1");
      SSLEngine server =
          Servers.showing(
              server(HOST).buildIssuedBy(ca),
              parameters -> parameters.setApplicationProtocols(new String[] {"http/1.1"}));
      handshake(client, server);
      assertEquals("http/1.1", client.getApplicationProtocol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void addressesAreComparedToo(String address) throws Exception {
      X509Bundle server =
          authorless().subject("CN=here").addSanIpAddress(address).buildIssuedBy(ca);
      assertError(0, handshake(client(address, ""), Servers.showing(server)));
    }

    @Test
    void nameMayEndInADot() throws Exception {
      X509Bundle server = server(HOST).buildIssuedBy(ca);
      assertError(0, handshake(client(HOST + ".", ""), Servers.showing(server)));
    }

    @Test
    void chainMayHaveAuthoritiesBetween() throws Exception {
      X509Bundle between = authority("CN=Between").buildIssuedBy(ca);
      X509Bundle server = server(HOST).buildIssuedBy(between);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertError(0, info);
      nsIX509Cert cert = statusOf(info).getServerCert();
      assertEquals("CN=Between", cert.getIssuer().getSubjectName());
      assertEquals(2, cert.getChain().getLength());
    }

    @Test
    void fileMayHoldSeveralAuthorities() throws Exception {
      X509Bundle other = authority("CN=Other Authority").buildSelfSigned();
      trust("text that a person wrote\n" + other.getCertificatePEM() + ca.getCertificatePEM());
      X509Bundle server = server(HOST).buildIssuedBy(ca);
      X509Bundle otherServer = server(HOST).buildIssuedBy(other);
      assertError(0, handshake(client(HOST, ""), Servers.showing(server)));
      assertError(0, handshake(client(HOST, ""), Servers.showing(otherServer)));
    }

    @Test
    void hostIsAskedForByName() throws Exception {
      SSLEngine client = client("localhost", "");
      assertEquals(1, client.getSSLParameters().getServerNames().size());
      assertEquals(0, client("192.0.2.1", "").getSSLParameters().getServerNames().size());
    }
  }

  @Nested
  class Refused {
    @Test
    void unknownIssuer() throws Exception {
      X509Bundle stranger = authority("CN=Stranger").buildSelfSigned();
      X509Bundle server = server(HOST).buildIssuedBy(stranger);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertError(Nsresult.SEC_ERROR_UNKNOWN_ISSUER, info);
      assertFlags(statusOf(info), true, false, false);
      assertEquals(
          """
          certificate of feed.example.org is refused: no trusted authority has issued it
            issuer: CN=Stranger
            hint: preference security.ca-file names a PEM file with further authorities to trust""",
          info.getErrorMessage());
    }

    @Test
    void rootThatOnlyTheServerShows() throws Exception {
      X509Bundle stranger = authority("CN=Stranger").buildSelfSigned();
      X509Bundle server = server(HOST).buildIssuedBy(stranger);
      X509Certificate[] chain = server.getCertificatePathWithRoot();
      assertError(
          Nsresult.SEC_ERROR_UNKNOWN_ISSUER,
          handshake(client(HOST, ""), Servers.showing(server, chain, parameters -> {})));
    }

    @Test
    void selfSigned() throws Exception {
      nsITransportSecurityInfo info =
          handshake(
              client(HOST, ""),
              Servers.showing(server(HOST).setIsCertificateAuthority(true).buildSelfSigned()));
      assertError(Nsresult.MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT, info);
      assertFlags(statusOf(info), true, false, false);
    }

    @Test
    void expired() throws Exception {
      X509Bundle server =
          server(HOST)
              .notBefore(now.minus(Duration.ofDays(3)))
              .notAfter(now.minus(Duration.ofDays(1)))
              .buildIssuedBy(ca);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertError(Nsresult.SEC_ERROR_EXPIRED_CERTIFICATE, info);
      assertFlags(statusOf(info), false, false, true);
    }

    @Test
    void notYetValid() throws Exception {
      X509Bundle server =
          server(HOST)
              .notBefore(now.plus(Duration.ofDays(1)))
              .notAfter(now.plus(Duration.ofDays(3)))
              .buildIssuedBy(ca);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertError(Nsresult.MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE, info);
      assertFlags(statusOf(info), false, false, true);
    }

    @Test
    void issuedByAnAuthorityThatHasExpired() throws Exception {
      X509Bundle between =
          authority("CN=Between")
              .notBefore(now.minus(Duration.ofDays(3)))
              .notAfter(now.minus(Duration.ofDays(1)))
              .buildIssuedBy(ca);
      X509Bundle server = server(HOST).buildIssuedBy(between);
      assertError(
          Nsresult.SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE,
          handshake(client(HOST, ""), Servers.showing(server)));
    }

    @Test
    void forAnotherHost() throws Exception {
      X509Bundle server =
          server("a.example")
              .addSanDnsName("b.example")
              .addSanDnsName("c.example")
              .addSanDnsName("d.example")
              .buildIssuedBy(ca);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertError(Nsresult.SSL_ERROR_BAD_CERT_DOMAIN, info);
      assertFlags(statusOf(info), false, true, false);
      assertEquals(
          """
          certificate of feed.example.org is refused: it is for another host
            it is for: a.example, b.example, c.example and 1 more""",
          info.getErrorMessage());
    }

    @Test
    void forANameWhereAnAddressWasWanted() throws Exception {
      assertError(
          Nsresult.SSL_ERROR_BAD_CERT_DOMAIN,
          handshake(client("127.0.0.1", ""), Servers.showing(server(HOST).buildIssuedBy(ca))));
    }

    @Test
    void withASignatureThatIsWrong() throws Exception {
      X509Bundle server = server(HOST).buildIssuedBy(ca);
      byte[] der = server.getCertificate().getEncoded();
      der[der.length - 1] ^= 1;
      X509Certificate damaged =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      X509Certificate[] chain = {damaged};
      assertError(
          Nsresult.SEC_ERROR_BAD_SIGNATURE,
          handshake(client(HOST, ""), Servers.showing(server, chain, parameters -> {})));
    }

    @Test
    void issuedBySomebodyWhoIsNoAuthority() throws Exception {
      X509Bundle narrow =
          authority("CN=Narrow").setPathLengthConstraint(OptionalInt.of(0)).buildIssuedBy(ca);
      X509Bundle tooDeep = authority("CN=Too Deep").buildIssuedBy(narrow);
      X509Bundle server = server(HOST).buildIssuedBy(tooDeep);
      assertError(
          Nsresult.SEC_ERROR_CA_CERT_INVALID, handshake(client(HOST, ""), Servers.showing(server)));
    }

    @Test
    void meantForAnotherPurpose() throws Exception {
      X509Bundle server = server(HOST).addExtendedKeyUsageClientAuth().buildIssuedBy(ca);
      assertError(
          Nsresult.SEC_ERROR_INADEQUATE_CERT_TYPE,
          handshake(client(HOST, ""), Servers.showing(server)));
    }

    @Test
    void withAKeyForAnotherUse() throws Exception {
      X509Bundle server = server(HOST).setKeyUsage(true, KeyUsage.cRLSign).buildIssuedBy(ca);
      assertError(
          Nsresult.SEC_ERROR_INADEQUATE_KEY_USAGE,
          handshake(client(HOST, ""), Servers.showing(server)));
    }

    @Test
    void forSeveralReasonsNamesTrustFirstThenTheHostAndShowsAll() throws Exception {
      CertificateBuilder wrong =
          server("other.example")
              .notBefore(now.minus(Duration.ofDays(3)))
              .notAfter(now.minus(Duration.ofDays(1)));
      nsITransportSecurityInfo stranger =
          handshake(
              client(HOST, ""),
              Servers.showing(wrong.copy().setIsCertificateAuthority(true).buildSelfSigned()));
      assertError(Nsresult.MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT, stranger);
      assertFlags(statusOf(stranger), true, true, true);
      nsITransportSecurityInfo known =
          handshake(client(HOST, ""), Servers.showing(wrong.buildIssuedBy(ca)));
      assertError(Nsresult.SSL_ERROR_BAD_CERT_DOMAIN, known);
      assertFlags(statusOf(known), false, true, true);
    }

    @Test
    void chainStaysReadable() throws Exception {
      X509Bundle stranger = authority("CN=Stranger").buildSelfSigned();
      X509Bundle between = authority("CN=Between").buildIssuedBy(stranger);
      X509Bundle server = server(HOST).buildIssuedBy(between);
      nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
      assertEquals(4, info.getSecurityState());
      assertEquals("CN=" + HOST, statusOf(info).getServerCert().getSubjectName());
      assertEquals(nsISSLStatus.TLS_VERSION_1_3, statusOf(info).getProtocolVersion());
      List<String> names = new ArrayList<>();
      nsISimpleEnumerator certificates = info.getFailedCertChain().getEnumerator();
      while (certificates.hasMoreElements()) {
        names.add(((nsIX509Cert) certificates.getNext()).getSubjectName());
      }
      assertEquals(List.of("CN=" + HOST, "CN=Between"), names);
    }
  }

  @Nested
  class Broken {
    @ParameterizedTest(name = "alert {0}")
    @CsvSource({
      "40, 0x805A2FC3",
      "71, 0x805A2FC3",
      "70, 0x805A2F9E",
      "42, 0x805A2FEF",
      "43, 0x805A2FEF",
      "44, 0x805A2FEF",
      "45, 0x805A2FEF",
      "46, 0x805A2FEF",
      "116, 0x805A2FEF",
      "48, 0x805A2FA3",
      "112, 0x805A2F96",
      "51, 0x805A2FA0",
      "80, 0x805A2F9C",
      "120, 0x805A2F7E",
      "50, 0x805A2F54",
    })
    void byAnAlertOfTheServer(int alert, String result) throws Exception {
      byte[] record = {21, 3, 3, 0, 2, 2, (byte) alert};
      assertError(Long.decode(result), answered(record));
    }

    @Test
    void byAServerWithOtherCipherSuites() throws Exception {
      SSLEngine server =
          Servers.showing(
              server(HOST).buildIssuedBy(ca),
              parameters -> {
                parameters.setProtocols(new String[] {"TLSv1.2"});
                parameters.setCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
              });
      assertError(Nsresult.SSL_ERROR_HANDSHAKE_FAILURE_ALERT, handshake(client(HOST, ""), server));
    }

    @Test
    void byAServerWithOtherApplicationProtocols() throws Exception {
      SSLEngine server =
          Servers.showing(
              server(HOST).buildIssuedBy(ca),
              parameters -> parameters.setApplicationProtocols(new String[] {"h2"}));
      assertError(
          Nsresult.SSL_ERROR_NEXT_PROTOCOL_NO_PROTOCOL,
          handshake(client(HOST, "http/1.1"), server));
    }

    @Test
    void byAServerThatSpeaksNoTls() throws Exception {
      byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      nsITransportSecurityInfo info = answered(answer);
      assertError(Nsresult.SSL_ERROR_RX_RECORD_TOO_LONG, info);
      assertNull(statusOf(info));
      assertNull(info.getFailedCertChain());
      assertEquals(
          "TLS with feed.example.org failed: the server does not speak TLS on this port",
          info.getErrorMessage());
    }

    @Test
    void byARecordThatNettySawIsNoTls() throws Exception {
      Exception failure = new DecoderException(new NotSslRecordException("not an SSL/TLS record"));
      assertError(
          Nsresult.SSL_ERROR_RX_RECORD_TOO_LONG,
          provider.createSecurityInfo(client(HOST, ""), failure));
    }

    @Test
    void byAnythingElse() throws Exception {
      assertError(
          Nsresult.SSL_ERROR_HANDSHAKE_FAILED,
          provider.createSecurityInfo(client(HOST, ""), new EOFException()));
    }

    @Test
    void byAVersionThatIsTooOld() throws Exception {
      byte[] hello = new byte[5 + 4 + 38];
      byte[] start = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
      System.arraycopy(start, 0, hello, 0, start.length);
      hello[hello.length - 3] = (byte) 0xC0; // TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
      hello[hello.length - 2] = 0x09;
      assertError(Nsresult.SSL_ERROR_UNSUPPORTED_VERSION, answered(hello));
    }

    @Test
    void byAMessageThatBreaksTheRules() throws Exception {
      byte[] finished = {22, 3, 3, 0, 4, 20, 0, 0, 0};
      assertError(Nsresult.SSL_ERROR_RX_MALFORMED_HANDSHAKE, answered(finished));
    }

    @Test
    void byDamageOnTheWay() throws Exception {
      SSLEngine client = client(HOST, "");
      SSLException failure =
          Handshake.between(
              client,
              Servers.showing(server(HOST).buildIssuedBy(ca)),
              flight -> {
                flight[flight.length - 1] ^= 1;
                return flight;
              });
      assertNotNull(failure);
      assertError(Nsresult.SSL_ERROR_BAD_MAC_READ, provider.createSecurityInfo(client, failure));
    }

    private nsITransportSecurityInfo answered(byte[] answer) throws Exception {
      SSLEngine client = client(HOST, "");
      SSLException failure = Handshake.answered(client, answer);
      assertNotNull(failure);
      return provider.createSecurityInfo(client, failure);
    }
  }

  @Test
  void theRawCertificateIsTheOneThatTheServerHas() throws Exception {
    X509Bundle server = server(HOST).buildIssuedBy(ca);
    nsITransportSecurityInfo info = handshake(client(HOST, ""), Servers.showing(server));
    assertArrayEquals(
        server.getCertificate().getEncoded(), statusOf(info).getServerCert().getRawDER());
  }

  private nsITransportSecurityInfo handshake(SSLEngine client, SSLEngine server) {
    return provider.createSecurityInfo(client, Handshake.between(client, server));
  }

  private SSLEngine client(String host, String alpn) {
    return (SSLEngine) provider.createClientEngine(host, 443, alpn);
  }

  private void trust(String pem) throws Exception {
    Path file = Files.createTempFile(folder, "authorities", ".pem");
    Files.writeString(file, pem);
    prefs.put(CaFile.PREFERENCE, file.toString());
  }

  private CertificateBuilder authority(String name) {
    return new CertificateBuilder()
        .ecp256()
        .subject(name)
        .setIsCertificateAuthority(true)
        .setKeyUsage(true, KeyUsage.keyCertSign, KeyUsage.cRLSign)
        .notBefore(now.minus(Duration.ofDays(30)))
        .notAfter(now.plus(Duration.ofDays(30)));
  }

  private CertificateBuilder server(String name) {
    return authorless().subject("CN=" + name).addSanDnsName(name);
  }

  private CertificateBuilder authorless() {
    return new CertificateBuilder()
        .ecp256()
        .notBefore(now.minus(Duration.ofDays(1)))
        .notAfter(now.plus(Duration.ofDays(1)));
  }

  private static Consumer<SSLParameters> only(String protocol) {
    return parameters -> parameters.setProtocols(new String[] {protocol});
  }

  private static nsISSLStatus statusOf(nsITransportSecurityInfo info) {
    return ((nsISSLStatusProvider) info).getSSLStatus();
  }

  private static void assertError(long result, nsITransportSecurityInfo info) {
    int expected = result == 0 ? 0 : (int) (0x805A0000L - result);
    assertEquals(
        expected,
        info.getErrorCode(),
        () -> Nsresult.describe(0x805A0000L - info.getErrorCode()) + ": " + info.getErrorMessage());
  }

  private static void assertFlags(
      nsISSLStatus status, boolean untrusted, boolean mismatch, boolean badTime) {
    assertEquals(untrusted, status.getIsUntrusted(), "isUntrusted");
    assertEquals(mismatch, status.getIsDomainMismatch(), "isDomainMismatch");
    assertEquals(badTime, status.getIsNotValidAtThisTime(), "isNotValidAtThisTime");
    assertFalse(status.getIsExtendedValidation());
  }
}
