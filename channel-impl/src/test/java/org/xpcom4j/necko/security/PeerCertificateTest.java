package org.xpcom4j.necko.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIX509Cert;
import org.xpcom4j.interfaces.nsIX509CertValidity;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("nsIX509Cert and its lists")
class PeerCertificateTest {
  private static final Instant FROM = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant TO = Instant.parse("2036-01-02T03:04:05Z");

  private final X509Bundle ca = ca();
  private final X509Bundle server = server();
  private final List<PeerCertificate> chain =
      PeerCertificate.ofChain(
          List.of(server.getCertificatePathWithRoot()),
          certificate -> certificate.equals(ca.getCertificate()));
  private final nsIX509Cert own = chain.get(0);
  private final nsIX509Cert root = chain.get(1);

  @Test
  void namesAreTakenApart() {
    assertEquals("CN=www.example,OU=Web,O=Example\\, Inc.,C=NL", own.getSubjectName());
    assertEquals("www.example", own.getCommonName());
    assertEquals("Example, Inc.", own.getOrganization());
    assertEquals("Web", own.getOrganizationalUnit());
    assertEquals("CN=Root,O=Authority", own.getIssuerName());
    assertEquals("Root", own.getIssuerCommonName());
    assertEquals("Authority", own.getIssuerOrganization());
    assertEquals("", own.getIssuerOrganizationUnit());
    assertEquals("www.example", own.getWindowTitle());
  }

  @Test
  void whatConcernsStoresIsEmpty() {
    assertEquals("", own.getNickname());
    assertEquals("", own.getTokenName());
    assertArrayEquals(new String[0], own.getAllTokenNames());
    assertRefused(Nsresult.NS_ERROR_NOT_AVAILABLE, own::markForPermDeletion);
  }

  @Test
  void numbersAreHexadecimalWithColons() throws Exception {
    assertEquals("01:A2:B3", own.getSerialNumber());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(der());
    assertEquals(
        HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash), own.getSha256Fingerprint());
    assertEquals(59, own.getSha1Fingerprint().length());
    assertEquals(44, own.getSha256SubjectPublicKeyInfoDigest().length());
    assertTrue(own.getDbKey().startsWith("AAAAAAAAAAAAAAAD"), own.getDbKey());
  }

  @Test
  void mailAddressesAreFoundWithoutRegardToCase() {
    long[] length = new long[1];
    assertArrayEquals(new String[] {"web@www.example"}, own.getEmailAddresses(length));
    assertEquals(1, length[0]);
    assertEquals("web@www.example", own.getEmailAddress());
    assertTrue(own.containsEmailAddress("WEB@www.example"));
    assertFalse(own.containsEmailAddress("root@www.example"));
    assertFalse(own.containsEmailAddress(null));
    assertEquals("", root.getEmailAddress());
  }

  @Test
  void validityIsInMicroseconds() {
    nsIX509CertValidity validity = own.getValidity();
    assertEquals(FROM.toEpochMilli() * 1000, validity.getNotBefore());
    assertEquals(TO.toEpochMilli() * 1000, validity.getNotAfter());
    assertTrue(validity.getNotAfterGMT().contains("2036"), validity.getNotAfterGMT());
    assertTrue(validity.getNotBeforeLocalDay().contains("2026"), validity.getNotBeforeLocalDay());
    assertTrue(validity.getNotBeforeLocalTime().startsWith(validity.getNotBeforeLocalDay()));
  }

  @Test
  void issuersAreFoundInTheChain() {
    assertTrue(root.equals_(own.getIssuer()));
    assertSame(root, root.getIssuer());
    assertEquals(2, own.getChain().getLength());
    assertEquals(1, root.getChain().getLength());
    assertNull(
        PeerCertificate.ofChain(List.of(server.getCertificate()), c -> false).get(0).getIssuer());
  }

  @Test
  void kindsAreTold() {
    assertFalse(own.getIsSelfSigned());
    assertTrue(root.getIsSelfSigned());
    assertFalse(own.getIsBuiltInRoot());
    assertTrue(root.getIsBuiltInRoot());
    assertEquals(nsIX509Cert.SERVER_CERT, own.getCertType());
    assertEquals(nsIX509Cert.CA_CERT, root.getCertType());
    assertEquals("Signing,Key Encipherment", own.getKeyUsages());
    assertEquals("Certificate Signer", root.getKeyUsages());
  }

  @Test
  void certificatesAreComparedByTheirBytes() throws Exception {
    long[] length = new long[1];
    assertArrayEquals(der(), own.getRawDER(length));
    assertEquals(der().length, length[0]);
    X509Certificate same = server.getCertificate();
    assertTrue(own.equals_(PeerCertificate.ofChain(List.of(same), c -> false).get(0)));
    assertFalse(own.equals_(root));
    assertFalse(own.equals_(null));
  }

  @Test
  void exportAsAMessageIsNotOnOffer() {
    assertRefused(
        Nsresult.NS_ERROR_NOT_IMPLEMENTED,
        () -> own.exportAsCMS(nsIX509Cert.CMS_CHAIN_MODE_CertOnly, null));
    assertRefused(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> own.exportAsCMS(4, null));
  }

  @Test
  void listsCanBeChangedAndCompared() {
    CertificateList list = new CertificateList(chain);
    assertTrue(list.equals_(list.copy()));
    list.deleteCert(own);
    assertFalse(list.equals_(new CertificateList(chain)));
    assertTrue(list.equals_(new CertificateList(List.of(root))));
    list.deleteCert(own);
    list.addCert(own);
    assertTrue(list.equals_(new CertificateList(List.of(root, own))));
    assertFalse(list.equals_(null));
    assertRefused(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> list.addCert(null));
    assertRefused(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> list.deleteCert(null));
  }

  private byte[] der() throws Exception {
    return server.getCertificate().getEncoded();
  }

  private static X509Bundle ca() {
    try {
      return new CertificateBuilder()
          .ecp256()
          .subject("CN=Root, O=Authority")
          .setIsCertificateAuthority(true)
          .setKeyUsage(true, KeyUsage.keyCertSign)
          .buildSelfSigned();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private X509Bundle server() {
    try {
      return new CertificateBuilder()
          .ecp256()
          .subject("CN=www.example, OU=Web, O=\"Example, Inc.\", C=NL")
          .serial(BigInteger.valueOf(0x01A2B3))
          .addSanRfc822Name("web@www.example")
          .setKeyUsage(true, KeyUsage.digitalSignature, KeyUsage.keyEncipherment)
          .notBefore(FROM)
          .notAfter(TO)
          .buildIssuedBy(ca);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(long result, Executable call) {
    XpcomException e = assertThrows(XpcomException.class, call);
    assertEquals(result, e.result(), e::getMessage);
  }
}
