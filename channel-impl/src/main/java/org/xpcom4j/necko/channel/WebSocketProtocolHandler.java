package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.necko.uri.StandardUri;
import org.xpcom4j.result.XpcomException;

/** A channel's other face: as a service of the same contract it is the handler of its scheme. */
interface WebSocketProtocolHandler extends nsIProtocolHandler {
  Scheme webSocketScheme();

  @Override
  default String getScheme() {
    return webSocketScheme().text();
  }

  @Override
  default int getDefaultPort() {
    return webSocketScheme().defaultPort();
  }

  @Override
  default long getProtocolFlags() {
    return URI_NORELATIVE
        | URI_NON_PERSISTABLE
        | ALLOWS_PROXY
        | ALLOWS_PROXY_HTTP
        | URI_DOES_NOT_RETURN_DATA
        | URI_DANGEROUS_TO_LOAD;
  }

  @Override
  default nsIURI newURI(String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    String spec = aBaseURI == null ? aSpec : aBaseURI.resolve(aSpec);
    return StandardUri.parse(spec, aOriginCharset, StandardUri.DEFAULT_MAX_SPEC_BYTES);
  }

  @Override
  default nsISupports newChannel2(nsIURI aURI, @Nullable nsISupports aLoadinfo) {
    throw noOrdinaryChannel();
  }

  @Override
  default nsISupports newChannel(nsIURI aURI) {
    throw noOrdinaryChannel();
  }

  /** No port of the blocked list is let through for WebSockets. */
  @Override
  default boolean allowPort(int port, @Nullable String scheme) {
    return false;
  }

  private XpcomException noOrdinaryChannel() {
    return new XpcomException(
        NS_ERROR_NOT_IMPLEMENTED,
        "a WebSocket is no nsIChannel\n  hint: createInstance(\"@mozilla.org/network/protocol;1?name="
            + webSocketScheme().text()
            + "\", nsIWebSocketChannel.class)");
  }
}
