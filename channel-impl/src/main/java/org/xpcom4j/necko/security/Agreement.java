package org.xpcom4j.necko.security;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;
import org.xpcom4j.interfaces.nsISSLStatus;

/**
 * TLS version and cipher suite of a session.
 *
 * @param protocol as the JDK names it, such as {@code TLSv1.3}
 * @param cipherSuite the standard name
 */
record Agreement(String protocol, String cipherSuite) {
  private static final Pattern BITS = Pattern.compile("_(128|256|40|56)(_|$)");

  static Agreement of(SSLSession session) {
    return new Agreement(session.getProtocol(), session.getCipherSuite());
  }

  int version() {
    return switch (protocol.toUpperCase(Locale.ROOT)) {
      case "TLSV1.3" -> nsISSLStatus.TLS_VERSION_1_3;
      case "TLSV1.2" -> nsISSLStatus.TLS_VERSION_1_2;
      case "TLSV1.1" -> nsISSLStatus.TLS_VERSION_1_1;
      case "TLSV1" -> nsISSLStatus.TLS_VERSION_1;
      default -> nsISSLStatus.SSL_VERSION_3;
    };
  }

  /** The suite without key exchange and hash: {@code AES_128_GCM}. */
  String cipherName() {
    String cipher = cipherSuite.replaceFirst("^(TLS|SSL)_(.*_WITH_)?", "");
    return cipher.replaceFirst("_(SHA|SHA256|SHA384|MD5)$", "");
  }

  int keyBits() {
    String cipher = cipherName();
    if (cipher.startsWith("CHACHA20")) {
      return 256;
    }
    if (cipher.startsWith("3DES")) {
      return 168;
    }
    Matcher bits = BITS.matcher(cipher);
    return bits.find() ? Integer.parseInt(bits.group(1)) : 0;
  }
}
