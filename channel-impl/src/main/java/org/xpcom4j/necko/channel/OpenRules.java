package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_MALFORMED_URI;
import static org.xpcom4j.result.Nsresult.NS_ERROR_PORT_ACCESS_NOT_ALLOWED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNKNOWN_PROTOCOL;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.necko.protocol.DeflateOffer;
import org.xpcom4j.necko.protocol.HandshakeKey;
import org.xpcom4j.necko.protocol.HandshakeRequest;
import org.xpcom4j.necko.protocol.Subprotocols;
import org.xpcom4j.necko.transport.ConnectRequest;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.result.XpcomException;

/** What is wrong with the arguments of {@code asyncOpen} is thrown; these are the rules, in order. */
final class OpenRules {
  private static final SecureRandom KEY_SOURCE = new SecureRandom();

  private OpenRules() {}

  /** Makes the request, or says which argument cannot be used. */
  static ConnectRequest request(
      WebScheme scheme,
      nsIURI uri,
      String origin,
      String protocols,
      ChannelPreferences preferences,
      nsIIOService ioService) {
    checkScheme(scheme, uri);
    checkNoFragment(uri);
    checkPort(scheme, uri, ioService);
    HandshakeRequest handshake =
        new HandshakeRequest(
            uri.getAsciiHostPort(),
            uri.getPath(),
            preferences.userAgent(),
            origin,
            Subprotocols.parse(protocols),
            preferences.deflate() ? DeflateOffer.DEFAULT : null,
            HandshakeKey.random(KEY_SOURCE));
    int port = uri.getPort() == -1 ? scheme.defaultPort() : uri.getPort();
    return new ConnectRequest(
        scheme == WebScheme.WSS, host(uri), port, handshake, preferences.limits());
  }

  static <T> T requireArgument(@Nullable T argument, String name) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, name + " is null");
    }
    return argument;
  }

  private static void checkScheme(WebScheme scheme, nsIURI uri) {
    if (!uri.schemeIs(scheme.scheme())) {
      throw new XpcomException(
          NS_ERROR_UNKNOWN_PROTOCOL,
          "this channel opens "
              + scheme.scheme()
              + " URIs, and "
              + uri.getSpec()
              + " is none\n  hint: "
              + hintForScheme(uri));
    }
  }

  private static String hintForScheme(nsIURI uri) {
    return WebScheme.find(uri.getScheme())
        .filter(WebScheme::isWebSocket)
        .map(
            other ->
                "createInstance(\"@mozilla.org/network/protocol;1?name="
                    + other.scheme()
                    + "\", …) opens it")
        .orElse("a WebSocket has a ws or wss URI");
  }

  private static void checkNoFragment(nsIURI uri) {
    if (uri.getHasRef()) {
      throw new XpcomException(
          NS_ERROR_MALFORMED_URI,
          "a WebSocket URI has no fragment (RFC 6455, section 3)\n  "
              + uri.getSpec()
              + "\n  hint: "
              + uri.getSpecIgnoringRef());
    }
  }

  private static void checkPort(WebScheme scheme, nsIURI uri, nsIIOService ioService) {
    if (!ioService.allowPort(uri.getPort(), scheme.scheme())) {
      throw new XpcomException(
          NS_ERROR_PORT_ACCESS_NOT_ALLOWED,
          "port "
              + uri.getPort()
              + " of "
              + uri.getSpec()
              + " is blocked\n  hint: the preference network.security.ports.banned.override"
              + " unblocks ports");
    }
  }

  private static String host(nsIURI uri) {
    String host = uri.getAsciiHost();
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
