package org.xpcom4j.necko.channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIBadCertListener2;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsISSLStatusProvider;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;

/** Tells the host's nsIBadCertListener2 which certificate was refused. Its answer changes nothing. */
final class BadCertificateNotice {
  private static final Logger LOG = LoggerFactory.getLogger(BadCertificateNotice.class);

  private BadCertificateNotice() {}

  static void give(nsIBadCertListener2 listener, nsITransportSecurityInfo info, String site) {
    nsISSLStatus status =
        info instanceof nsISSLStatusProvider provider ? provider.getSSLStatus() : null;
    if (status != null && isAboutCertificate(status)) {
      try {
        nsIInterfaceRequestor socketInfo =
            info instanceof nsIInterfaceRequestor requestor ? requestor : null;
        listener.notifyCertProblem(socketInfo, status, site);
      } catch (RuntimeException e) {
        LOG.warn("{} threw in notifyCertProblem", listener.getClass().getName(), e);
      }
    }
  }

  private static boolean isAboutCertificate(nsISSLStatus status) {
    return status.getIsUntrusted()
        || status.getIsDomainMismatch()
        || status.getIsNotValidAtThisTime();
  }
}
