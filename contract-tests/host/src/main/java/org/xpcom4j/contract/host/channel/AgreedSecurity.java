package org.xpcom4j.contract.host.channel;

import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsISSLStatusProvider;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;

/**
 * What a channel's {@code securityInfo} tells about a finished TLS handshake.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipherSuite the suite's standard name
 * @param subject whom the server's certificate names
 */
public record AgreedSecurity(String version, String cipherSuite, String subject) {
  /**
   * Reads a security-info object.
   *
   * @param securityInfo what the channel gave, after {@code onStart}
   * @return what it says
   * @throws org.xpcom4j.result.XpcomException NS_ERROR_NO_INTERFACE when it is no nsISSLStatusProvider
   */
  public static AgreedSecurity of(nsISupports securityInfo) {
    nsISSLStatus status = Interfaces.query(securityInfo, nsISSLStatusProvider.class).getSSLStatus();
    return new AgreedSecurity(
        version(status.getProtocolVersion()),
        status.getCipherSuite(),
        status.getServerCert().getSubjectName());
  }

  private static String version(int number) {
    return switch (number) {
      case nsISSLStatus.SSL_VERSION_3 -> "SSLv3";
      case nsISSLStatus.TLS_VERSION_1 -> "TLSv1";
      case nsISSLStatus.TLS_VERSION_1_1 -> "TLSv1.1";
      case nsISSLStatus.TLS_VERSION_1_2 -> "TLSv1.2";
      case nsISSLStatus.TLS_VERSION_1_3 -> "TLSv1.3";
      default -> "TLS version " + number;
    };
  }
}
