package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_BASE_STREAM_CLOSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_CONNECTION_REFUSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_INADEQUATE_SECURITY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_RESET;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNKNOWN_HOST;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/** Gives each fault of the network its nsresult and a sentence. */
final class Faults {
  private Faults() {}

  static EndReason resolving(String host, Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return new EndReason(NS_ERROR_UNKNOWN_HOST, "no address is known for host " + host, cause);
    }
    if (cause instanceof RejectedExecutionException) {
      return shutdown();
    }
    return unexpected("the look-up of host " + host, cause);
  }

  static EndReason connecting(String target, Throwable cause) {
    if (cause instanceof ConnectTimeoutException || isTimeout(cause)) {
      return new EndReason(NS_ERROR_NET_TIMEOUT, target + " did not answer in time", cause);
    }
    if (cause instanceof IOException) {
      return new EndReason(
          NS_ERROR_CONNECTION_REFUSED, "no connection to " + target + ": " + words(cause), cause);
    }
    return unexpected("connecting to " + target, cause);
  }

  /** A fault between the TCP connection and the end of the HTTP handshake. */
  static EndReason opening(String target, Throwable cause) {
    SSLException refusal = tlsRefusal(cause);
    if (refusal != null) {
      return new EndReason(
          NS_ERROR_NET_INADEQUATE_SECURITY,
          "TLS with " + target + " failed: " + words(refusal),
          refusal);
    }
    if (cause instanceof XpcomException known) {
      return new EndReason(known.result(), words(known), known);
    }
    if (cause instanceof IOException) {
      return isTimeout(cause)
          ? new EndReason(NS_ERROR_NET_TIMEOUT, target + " did not answer in time", cause)
          : new EndReason(
              NS_ERROR_NET_RESET,
              target + " broke the connection during the handshake: " + words(cause),
              cause);
    }
    return unexpected("the handshake with " + target, cause);
  }

  static EndReason closedWhileOpening(String target) {
    return new EndReason(
        NS_ERROR_NET_RESET, target + " closed the connection before the handshake was complete");
  }

  /** A fault of an open connection. */
  static EndReason open(Throwable cause) {
    SSLException refusal = tlsRefusal(cause);
    if (refusal != null) {
      return new EndReason(
          NS_ERROR_NET_INADEQUATE_SECURITY, "TLS failed: " + words(refusal), refusal);
    }
    if (cause instanceof ClosedChannelException) {
      return closed();
    }
    if (cause instanceof IOException) {
      return isTimeout(cause)
          ? new EndReason(NS_ERROR_NET_TIMEOUT, "the server is not reachable any more", cause)
          : new EndReason(NS_ERROR_NET_RESET, "the connection was reset: " + words(cause), cause);
    }
    return unexpected("the connection", cause);
  }

  static EndReason shutdown() {
    return new EndReason(NS_ERROR_ABORT, "networking shuts down");
  }

  static EndReason closed() {
    return new EndReason(
        NS_BASE_STREAM_CLOSED, "the server closed the connection without a closing handshake");
  }

  /** What TLS found wrong; null when it is not TLS that failed, but the connection below. */
  static @Nullable SSLException tlsRefusal(Throwable cause) {
    Throwable inner =
        cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
    return inner instanceof SSLException refusal ? refusal : null;
  }

  private static EndReason unexpected(String what, Throwable cause) {
    return new EndReason(NS_ERROR_UNEXPECTED, what + " failed: " + cause, cause);
  }

  /** The system's own time-outs have no type. */
  private static boolean isTimeout(Throwable cause) {
    return words(cause).toLowerCase(Locale.ROOT).contains("timed out");
  }

  private static String words(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }
}
