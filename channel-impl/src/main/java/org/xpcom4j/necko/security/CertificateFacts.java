package org.xpcom4j.necko.security;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Reads out of a certificate what the JDK gives only in other shapes. */
final class CertificateFacts {
  private static final int EMAIL_NAME = 1;
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
  private static final List<String> USES =
      List.of(
          "Signing",
          "Non-repudiation",
          "Key Encipherment",
          "Data Encipherment",
          "Key Agreement",
          "Certificate Signer",
          "CRL Signer");

  private CertificateFacts() {}

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new XpcomException(
          Nsresult.NS_ERROR_FAILURE, "the certificate cannot be written as DER", e);
    }
  }

  static String fingerprint(X509Certificate certificate, String algorithm) {
    return COLONS.formatHex(digest(algorithm, der(certificate)));
  }

  static String publicKeyDigest(X509Certificate certificate) {
    byte[] key = certificate.getPublicKey().getEncoded();
    return Base64.getEncoder().encodeToString(digest("SHA-256", key));
  }

  static String serialNumber(X509Certificate certificate) {
    return COLONS.formatHex(certificate.getSerialNumber().toByteArray());
  }

  /** Two zero numbers, the lengths of serial number and issuer, then these two; in base 64. */
  static String storeKey(X509Certificate certificate) {
    byte[] serial = certificate.getSerialNumber().toByteArray();
    byte[] issuer = certificate.getIssuerX500Principal().getEncoded();
    ByteBuffer key = ByteBuffer.allocate(16 + serial.length + issuer.length);
    key.putInt(0).putInt(0).putInt(serial.length).putInt(issuer.length).put(serial).put(issuer);
    return Base64.getEncoder().encodeToString(key.array());
  }

  static String keyUsages(X509Certificate certificate) {
    boolean[] flags = certificate.getKeyUsage();
    List<String> names = new ArrayList<>();
    for (int i = 0; flags != null && i < USES.size(); i++) {
      if (flags[i]) {
        names.add(USES.get(i));
      }
    }
    return String.join(",", names);
  }

  /** The addresses in the owner's name and among the alternative names, each once. */
  static List<String> emailAddresses(X509Certificate certificate) {
    Set<String> addresses = new LinkedHashSet<>();
    DistinguishedName.of(certificate.getSubjectX500Principal())
        .part(DistinguishedName.EMAIL)
        .ifPresent(addresses::add);
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      for (List<?> name : names == null ? List.<List<?>>of() : names) {
        if (name.get(0) instanceof Integer kind
            && kind == EMAIL_NAME
            && name.get(1) instanceof String address) {
          addresses.add(address);
        }
      }
    } catch (CertificateParsingException e) {
      return List.copyOf(addresses); // alternative names that cannot be read hold no address
    }
    return List.copyOf(addresses);
  }

  private static byte[] digest(String algorithm, byte[] data) {
    try {
      return MessageDigest.getInstance(algorithm).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
