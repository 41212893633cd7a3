package org.xpcom4j.necko.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * A PEM file with certificates of authorities, as it was at one moment.
 *
 * @param path where it is
 * @param modified when it was written last
 */
record CaFile(Path path, FileTime modified) {
  /** The preference that names the file. */
  static final String PREFERENCE = "security.ca-file";

  /**
   * Looks at a file without reading it.
   *
   * @throws XpcomException NS_ERROR_NOT_AVAILABLE when there is no such file
   */
  static CaFile at(String name) {
    try {
      Path path = Path.of(name);
      return new CaFile(path, Files.getLastModifiedTime(path));
    } catch (InvalidPathException | IOException e) {
      throw unusable(
          name, e instanceof NoSuchFileException ? "there is no such file" : reason(e), e);
    }
  }

  /**
   * Reads all certificates of the file.
   *
   * @throws XpcomException NS_ERROR_NOT_AVAILABLE when it cannot be read or holds none
   */
  List<X509Certificate> read() {
    String name = path.toString();
    List<X509Certificate> certificates = new ArrayList<>();
    try (InputStream in = Files.newInputStream(path)) {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Certificate certificate : factory.generateCertificates(in)) {
        certificates.add((X509Certificate) certificate);
      }
    } catch (IOException e) {
      throw unusable(name, reason(e), e);
    } catch (CertificateException e) {
      throw unusable(name, "it holds something that is no certificate", e);
    }
    if (certificates.isEmpty()) {
      throw unusable(name, "it holds no certificate", null);
    }
    return certificates;
  }

  private static XpcomException unusable(String name, String reason, @Nullable Exception cause) {
    return new XpcomException(
        Nsresult.NS_ERROR_NOT_AVAILABLE,
        "file of trusted authorities cannot be used: "
            + reason
            + "\n  "
            + name
            + "\n  named by: preference "
            + PREFERENCE
            + "\n  expected: certificates in PEM form, -----BEGIN CERTIFICATE-----",
        cause);
  }

  private static String reason(Exception e) {
    return "it cannot be read (" + e.getClass().getSimpleName() + ")";
  }
}
