package org.xpcom4j.necko.io;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.necko.uri.StandardUri;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Reads the addresses of one web scheme. It makes no nsIChannel: none of ours has that shape. */
public final class WebSchemeHandler implements nsIProtocolHandler {
  private static final String MAX_LENGTH = "network.standard-url.max-length";
  private static final long WEB_SOCKET_FLAGS =
      URI_NORELATIVE
          | URI_NON_PERSISTABLE
          | ALLOWS_PROXY
          | ALLOWS_PROXY_HTTP
          | URI_DOES_NOT_RETURN_DATA
          | URI_DANGEROUS_TO_LOAD;
  private static final long HTTP_FLAGS =
      URI_STD | ALLOWS_PROXY | ALLOWS_PROXY_HTTP | URI_LOADABLE_BY_ANYONE;

  private final WebScheme scheme;
  private final nsIPrefBranch prefs;

  /**
   * Makes the handler of a scheme.
   *
   * @param scheme what the addresses begin with
   * @param prefs read at each use
   */
  public WebSchemeHandler(WebScheme scheme, nsIPrefBranch prefs) {
    this.scheme = scheme;
    this.prefs = prefs;
  }

  @Override
  public String getScheme() {
    return scheme.scheme();
  }

  @Override
  public int getDefaultPort() {
    return scheme.defaultPort();
  }

  @Override
  public long getProtocolFlags() {
    return scheme.isWebSocket() ? WEB_SOCKET_FLAGS : HTTP_FLAGS;
  }

  @Override
  public nsIURI newURI(String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    String spec = aBaseURI == null ? aSpec : aBaseURI.resolve(aSpec);
    int maxBytes = prefs.getIntPref(MAX_LENGTH, StandardUri.DEFAULT_MAX_SPEC_BYTES);
    return StandardUri.parse(spec, aOriginCharset, maxBytes);
  }

  @Override
  public nsISupports newChannel2(@Nullable nsIURI aURI, @Nullable nsISupports aLoadinfo) {
    return newChannel(aURI);
  }

  @Override
  public nsISupports newChannel(@Nullable nsIURI aURI) {
    String hint =
        scheme.isWebSocket()
            ? "\n  hint: createInstance(\""
                + IoService.PROTOCOL_PREFIX
                + scheme.scheme()
                + "\", nsIWebSocketChannel.class)"
            : "";
    throw new XpcomException(
        Nsresult.NS_ERROR_NOT_IMPLEMENTED, "no nsIChannel speaks " + scheme.scheme() + hint);
  }

  /** {@return false: none of our schemes may use a blocked port} */
  @Override
  public boolean allowPort(int port, @Nullable String scheme) {
    return false;
  }
}
