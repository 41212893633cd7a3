package org.xpcom4j.necko.channel;

import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.xpITlsProvider;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.thread.EventLoops;

/** What a channel asks the registry for. Looked up at each use: a host may replace any of them. */
record ChannelServices(Xpcom xpcom, EventLoops eventLoops) {
  private static final String IO_SERVICE = "@mozilla.org/network/io-service;1";
  private static final String PREFERENCES = "@mozilla.org/preferences-service;1";
  private static final String TLS_PROVIDER = "@mozilla.org/network/socket;2?type=ssl";

  nsIIOService ioService() {
    return xpcom.getService(IO_SERVICE, nsIIOService.class);
  }

  ChannelPreferences preferences() {
    return ChannelPreferences.read(preferenceBranch());
  }

  nsIPrefBranch preferenceBranch() {
    return xpcom.getService(PREFERENCES, nsIPrefBranch.class);
  }

  xpITlsProvider tlsProvider() {
    return xpcom.getService(TLS_PROVIDER, xpITlsProvider.class);
  }

  WebSocketTransportService transport() {
    return (WebSocketTransportService)
        xpcom.getService(WebSocketTransportService.CONTRACT_ID, nsIObserver.class);
  }
}
