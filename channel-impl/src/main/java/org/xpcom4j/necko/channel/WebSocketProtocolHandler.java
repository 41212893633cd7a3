package org.xpcom4j.necko.channel;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;

/** A channel's other face: as a service of the same contract it is the handler of its scheme. */
interface WebSocketProtocolHandler extends nsIProtocolHandler {
  /** What knows the scheme's addresses. */
  nsIProtocolHandler schemeHandler();

  @Override
  default String getScheme() {
    return schemeHandler().getScheme();
  }

  @Override
  default int getDefaultPort() {
    return schemeHandler().getDefaultPort();
  }

  @Override
  default long getProtocolFlags() {
    return schemeHandler().getProtocolFlags();
  }

  @Override
  default nsIURI newURI(String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    return schemeHandler().newURI(aSpec, aOriginCharset, aBaseURI);
  }

  @Override
  default nsISupports newChannel2(@Nullable nsIURI aURI, @Nullable nsISupports aLoadinfo) {
    return schemeHandler().newChannel2(aURI, aLoadinfo);
  }

  @Override
  default nsISupports newChannel(@Nullable nsIURI aURI) {
    return schemeHandler().newChannel(aURI);
  }

  @Override
  default boolean allowPort(int port, @Nullable String scheme) {
    return schemeHandler().allowPort(port, scheme);
  }
}
