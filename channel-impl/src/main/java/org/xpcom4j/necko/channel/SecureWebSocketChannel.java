package org.xpcom4j.necko.channel;

import jakarta.inject.Inject;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.thread.EventLoops;

/** The channel for {@code wss} URIs: TLS from the registry's security-info provider. */
@Component(
    cid = "{c4b7f5d3-8e10-4f58-8f0a-6d3a91c2e5b7}",
    contracts = nsIWebSocketChannel.NS_WEBSOCKETSSLCHANNEL_CONTRACTID)
final class SecureWebSocketChannel extends WebSocketChannel {
  @Inject
  SecureWebSocketChannel(Xpcom xpcom, EventLoops eventLoops) {
    super(WebScheme.WSS, new ChannelServices(xpcom, eventLoops));
  }
}
