package org.xpcom4j.necko.security;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * The one place that reads messages of the JDK's TLS: it tells a received alert, a record that is no
 * TLS and a version that is too old by nothing else. A test makes each of them by a real handshake,
 * so that another wording is noticed; until then such a failure is a general one.
 */
final class JdkHandshakeText {
  private static final Pattern RECEIVED_ALERT = Pattern.compile("Received fatal alert: (\\w+)");
  private static final Pattern NOT_TLS =
      Pattern.compile("[Uu]nrecognized (SSL message|record version)");
  private static final Pattern VERSION =
      Pattern.compile("protocol version \\S+ is not accepted by client preferences");

  private static final Map<String, TlsError> ALERTS =
      Map.ofEntries(
          Map.entry("handshake_failure", TlsError.HANDSHAKE_FAILURE_ALERT),
          Map.entry("insufficient_security", TlsError.HANDSHAKE_FAILURE_ALERT),
          Map.entry("protocol_version", TlsError.PROTOCOL_VERSION_ALERT),
          Map.entry("bad_certificate", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("certificate_expired", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("certificate_required", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("certificate_revoked", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("certificate_unknown", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("unsupported_certificate", TlsError.BAD_CERTIFICATE_ALERT),
          Map.entry("unknown_ca", TlsError.UNKNOWN_CA_ALERT),
          Map.entry("unrecognized_name", TlsError.UNRECOGNIZED_NAME_ALERT),
          Map.entry("decrypt_error", TlsError.DECRYPT_ERROR_ALERT),
          Map.entry("internal_error", TlsError.INTERNAL_ERROR_ALERT),
          Map.entry("no_application_protocol", TlsError.NO_APPLICATION_PROTOCOL));

  private JdkHandshakeText() {}

  /** What the message of an exception says, empty when it is none of the known ones. */
  static Optional<TlsError> read(SSLException exception) {
    String message = String.valueOf(exception.getMessage());
    Matcher alert = RECEIVED_ALERT.matcher(message);
    if (alert.find()) {
      return Optional.ofNullable(ALERTS.get(alert.group(1)));
    }
    if (NOT_TLS.matcher(message).find()) {
      return Optional.of(TlsError.NOT_TLS);
    }
    return VERSION.matcher(message).find()
        ? Optional.of(TlsError.UNSUPPORTED_VERSION)
        : Optional.empty();
  }
}
