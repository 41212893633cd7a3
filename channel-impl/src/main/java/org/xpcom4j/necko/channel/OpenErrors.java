package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_CONNECTION_REFUSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;

import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.result.Nsresult;

/** The nsresults that {@code onStop} brings when a channel could not be opened. */
final class OpenErrors {
  private static final long SECURITY_MODULE_FAILURE = 0x805A0000L;

  private OpenErrors() {}

  /** What Gecko reports for any failure before the connection is open: one of three values. */
  static long collapse(long status) {
    if (Nsresult.succeeded(status) || status == NS_ERROR_NOT_CONNECTED) {
      return status; // the host's own close()
    }
    if (status == NS_ERROR_NET_TIMEOUT || status == NS_ERROR_ILLEGAL_VALUE) {
      return status;
    }
    return NS_ERROR_CONNECTION_REFUSED;
  }

  /** The value for a TLS failure: module SECURITY and the positive NSS code, where there is a code. */
  static long ofTls(nsITransportSecurityInfo info, long otherwise) {
    int code = info.getErrorCode();
    return code < 0 ? SECURITY_MODULE_FAILURE + -code : otherwise;
  }
}
