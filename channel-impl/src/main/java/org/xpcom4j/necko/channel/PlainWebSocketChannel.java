package org.xpcom4j.necko.channel;

import jakarta.inject.Inject;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.thread.EventLoops;

/** The channel for {@code ws} URIs: no TLS. */
@Component(
    cid = "{2a1d6f0b-5c7e-4c7b-9a63-1f0e6a7d2b90}",
    contracts = nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID)
final class PlainWebSocketChannel extends WebSocketChannel {
  @Inject
  PlainWebSocketChannel(Xpcom xpcom, EventLoops eventLoops) {
    super(WebScheme.WS, new ChannelServices(xpcom, eventLoops));
  }
}
