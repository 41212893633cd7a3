package org.xpcom4j.necko.channel;

import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIBadCertListener2;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.result.XpcomException;

/** Asks the security-info provider about a TLS handshake that has ended, and tells the host of a bad certificate. */
final class SecurityDescription {
  private static final Logger LOG = LoggerFactory.getLogger(SecurityDescription.class);

  private final WebSocketChannel channel;
  private final ChannelServices services;

  SecurityDescription(WebSocketChannel channel, ChannelServices services) {
    this.channel = channel;
    this.services = services;
  }

  /** Sets the channel's {@code securityInfo}; null when the provider could not make one. */
  @Nullable nsITransportSecurityInfo describe(SSLEngine engine, @Nullable Throwable failure) {
    nsITransportSecurityInfo info;
    try {
      info = services.tlsProvider().createSecurityInfo(engine, failure);
    } catch (XpcomException e) {
      LOG.warn("the security-info provider cannot describe {}", channel.getName(), e);
      return null;
    }
    channel.secured(info);
    if (failure != null) {
      NotificationCallbacks.find(
              nsIBadCertListener2.class, channel.getNotificationCallbacks(), channel.getLoadGroup())
          .ifPresent(listener -> BadCertificateNotice.give(listener, info, site()));
    }
    return info;
  }

  private String site() {
    nsIURI uri = channel.getURI();
    int port = uri.getPort() == -1 ? channel.getDefaultPort() : uri.getPort();
    return uri.getAsciiHost() + ":" + port;
  }
}
