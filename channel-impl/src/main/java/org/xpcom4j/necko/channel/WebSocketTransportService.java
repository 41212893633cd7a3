package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_SOCKET_CREATE_FAILED;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.transport.ConnectRequest;
import org.xpcom4j.necko.transport.Connection;
import org.xpcom4j.necko.transport.ConnectionListener;
import org.xpcom4j.necko.transport.SocketTransport;
import org.xpcom4j.necko.transport.TlsEngines;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.XpcomException;

/**
 * The socket threads that all channels of a registry share, and the channels that are open: they are told to leave
 * (1001) when the registry shuts down, and hear {@code onStop} before it is gone.
 */
@Component(
    cid = "{6a3c8d1e-6a2b-4f0f-9c1f-0b0c8f7d5a41}",
    contracts = WebSocketTransportService.CONTRACT_ID,
    scope = Scope.SERVICE)
final class WebSocketTransportService implements nsIObserver, AutoCloseable {
  static final String CONTRACT_ID = "@xpcom4j.org/network/websocket-transport;1";

  private static final String SHUTDOWN_TOPIC = "xpcom-shutdown";
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Xpcom xpcom;
  private final SocketTransport transport = new SocketTransport();
  private final Set<ChannelSession> sessions = ConcurrentHashMap.newKeySet();
  private volatile boolean shutDown;

  @Inject
  WebSocketTransportService(
      Xpcom xpcom, @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.xpcom = xpcom;
    observers.addObserver(this, SHUTDOWN_TOPIC, false);
  }

  /** Refuses what would be one channel too many. */
  void checkRoom(int maxConnections) {
    if (shutDown) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "no channel opens while the registry shuts down");
    }
    if (sessions.size() >= maxConnections) {
      throw new XpcomException(
          NS_ERROR_SOCKET_CREATE_FAILED,
          sessions.size()
              + " channels are open, and the preference network.websocket.max-connections allows "
              + maxConnections);
    }
  }

  Connection connect(ConnectRequest request, TlsEngines tls, ConnectionListener listener) {
    return transport.connect(request, tls, listener);
  }

  /** Keeps a session, and so its channel, from being collected while it is open. */
  void add(ChannelSession session) {
    sessions.add(session);
  }

  void remove(ChannelSession session) {
    sessions.remove(session);
  }

  @Override
  public void observe(nsISupports aSubject, @Nullable String aTopic, @Nullable String aData) {
    shutDown = true;
    for (ChannelSession session : sessions) {
      session.close(new CloseStatus(CloseStatus.GOING_AWAY, ""));
    }
    awaitSessions();
    transport.close();
    awaitSessions();
  }

  @Override
  public void close() {
    transport.close();
  }

  /** Runs events while channels still have their {@code onStop} to hear, for a bounded time. */
  private void awaitSessions() {
    if (!sessions.isEmpty()) {
      xpcom.currentThread().spinUntil(sessions::isEmpty, FAREWELL);
    }
  }
}
