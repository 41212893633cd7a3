package org.xpcom4j.contract.host.channel;

import static org.xpcom4j.result.Nsresult.NS_BASE_STREAM_CLOSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_CANNOT_CONVERT_DATA;
import static org.xpcom4j.result.Nsresult.NS_ERROR_CONNECTION_REFUSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_CONTENT_ENCODING;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_INADEQUATE_SECURITY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_RESET;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OFFLINE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OUT_OF_MEMORY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNKNOWN_HOST;
import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.Nsresult;

/** Says to people what {@code onStop}'s status means for their connection. */
public final class FailureText {
  private static final long SECURITY_MODULE = 0x805A0000L;

  private static final Map<Long, String> SENTENCES =
      Map.ofEntries(
          Map.entry(
              NS_ERROR_CONNECTION_REFUSED,
              "nothing listens there; check host and port, and whether the server runs"),
          Map.entry(NS_ERROR_UNKNOWN_HOST, "the host's name has no address; check its spelling"),
          Map.entry(NS_ERROR_NET_TIMEOUT, "the server did not answer in time"),
          Map.entry(NS_ERROR_OFFLINE, "the io service is offline"),
          Map.entry(NS_ERROR_NET_RESET, "the connection was cut off by the other side"),
          Map.entry(NS_BASE_STREAM_CLOSED, "the connection ended without a closing handshake"),
          Map.entry(
              NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
              "the server answered, but not with 101 Switching Protocols;"
                  + " check the path, the origin and what the server asks of its clients"),
          Map.entry(
              NS_ERROR_ILLEGAL_VALUE,
              "what the server sent is no WebSocket (RFC 6455): a wrong handshake or a bad frame"),
          Map.entry(
              NS_ERROR_CANNOT_CONVERT_DATA, "the server sent text that is no well-formed UTF-8"),
          Map.entry(
              NS_ERROR_INVALID_CONTENT_ENCODING, "the server sent data that cannot be inflated"),
          Map.entry(
              NS_ERROR_FILE_TOO_BIG,
              "a message is larger than the preference network.websocket.max-message-size allows"),
          Map.entry(NS_ERROR_OUT_OF_MEMORY, "a message does not fit into memory"),
          Map.entry(
              NS_ERROR_NOT_AVAILABLE,
              "TLS cannot be set up; check that the file in the preference security.ca-file"
                  + " has PEM certificates"),
          Map.entry(
              NS_ERROR_NET_INADEQUATE_SECURITY,
              "TLS failed, and the security provider does not say why"),
          Map.entry(NS_ERROR_ABORT, "networking was shut down"),
          Map.entry(NS_ERROR_UNEXPECTED, "the channel has a defect; please report it"),
          Map.entry(NS_ERROR_NOT_CONNECTED, "the connection was given up before it was open"));

  private FailureText() {}

  /**
   * Explains a status.
   *
   * @param status what {@code onStop} brought, a failure
   * @param channel the channel that stopped; its security info tells more about TLS
   * @return the status's name and number, and a sentence
   */
  public static String of(long status, nsIWebSocketChannel channel) {
    String sentence =
        (status & 0xFFFF0000L) == SECURITY_MODULE
            ? aboutTls(channel.getSecurityInfo())
            : SENTENCES.getOrDefault(status, "the connection failed");
    return Nsresult.describe(status) + ": " + sentence;
  }

  private static String aboutTls(@Nullable nsISupports securityInfo) {
    String told =
        securityInfo == null
            ? null
            : Interfaces.query(securityInfo, nsITransportSecurityInfo.class).getErrorMessage();
    return told == null || told.isEmpty() ? "the TLS handshake failed" : told;
  }
}
