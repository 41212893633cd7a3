package org.xpcom4j.necko.io;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.necko.uri.StandardUri;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** The handler of a scheme of the tests: its URIs are fixed, its channel is a plain object. */
class FakeHandler implements nsIProtocolHandler {
  final nsISupports channel = new nsISupports() {};

  @Override
  public String getScheme() {
    return "test";
  }

  @Override
  public int getDefaultPort() {
    return -1;
  }

  @Override
  public long getProtocolFlags() {
    return URI_NOAUTH;
  }

  @Override
  public nsIURI newURI(
      @Nullable String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    return StandardUri.parse("test://fixed/", null, 100);
  }

  @Override
  public nsISupports newChannel2(nsIURI aURI, @Nullable nsISupports aLoadinfo) {
    throw new XpcomException(Nsresult.NS_ERROR_NOT_IMPLEMENTED, "only the old method");
  }

  @Override
  public nsISupports newChannel(nsIURI aURI) {
    return channel;
  }

  @Override
  public boolean allowPort(int port, String scheme) {
    return port == 25;
  }
}
