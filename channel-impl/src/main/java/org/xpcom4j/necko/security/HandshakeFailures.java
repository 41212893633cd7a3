package org.xpcom4j.necko.security;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.crypto.BadPaddingException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;

/** Tells handshake failures apart that are not about whom to trust. */
final class HandshakeFailures {
  private HandshakeFailures() {}

  /** The first known kind of failure among an exception and its causes, outermost first. */
  static TlsError classify(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    @Nullable Throwable cause = failure;
    TlsError byType = TlsError.HANDSHAKE_FAILED;
    while (cause != null && seen.add(cause)) {
      Optional<TlsError> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
      if (cause instanceof SSLProtocolException) {
        byType = TlsError.MALFORMED_HANDSHAKE;
      }
      cause = cause.getCause();
    }
    return byType;
  }

  private static Optional<TlsError> known(Throwable cause) {
    if (cause instanceof NotSslRecordException) {
      return Optional.of(TlsError.NOT_TLS);
    }
    if (cause instanceof BadPaddingException) {
      return Optional.of(TlsError.BAD_MAC);
    }
    if (cause instanceof CertificateException) {
      return Optional.of(TlsError.BAD_DER);
    }
    return cause instanceof SSLException exception
        ? JdkHandshakeText.read(exception)
        : Optional.empty();
  }
}
