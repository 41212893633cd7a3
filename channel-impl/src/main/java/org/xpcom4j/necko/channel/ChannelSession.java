package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;

import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.transport.ConnectRequest;
import org.xpcom4j.necko.transport.Connection;
import org.xpcom4j.necko.transport.ConnectionListener;
import org.xpcom4j.necko.transport.EndReason;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * What lives from {@code asyncOpen} to {@code onStop}: takes the connection's events on the socket thread and lets them
 * happen, in order, on the thread that opened the channel.
 */
final class ChannelSession implements ConnectionListener {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelSession.class);

  private final WebSocketChannel channel;
  private final ListenerCalls listener;
  private final ChannelPreferences preferences;
  private final WebSocketTransportService transport;
  private final ListenerDelivery delivery;
  private final SecurityDescription security;
  private final TlsProviderEngines tls;

  private final Object lock = new Object();
  private @Nullable Connection connection; // guarded by lock
  private Consumer<Connection> early =
      made -> {}; // guarded by lock: for when there is a connection

  // The fields below belong to the opening thread.
  private boolean started;
  private boolean stopped;
  private LoadGroupEntry groupEntry = LoadGroupEntry.NONE;
  private @Nullable nsITransportSecurityInfo failedSecurityInfo;

  ChannelSession(
      WebSocketChannel channel,
      nsIEventTarget target,
      ListenerCalls listener,
      ChannelPreferences preferences,
      ChannelServices services,
      WebSocketTransportService transport) {
    this.channel = channel;
    this.listener = listener;
    this.preferences = preferences;
    this.transport = transport;
    this.security = new SecurityDescription(channel, services);
    this.tls = new TlsProviderEngines(services::tlsProvider);
    this.delivery = new ListenerDelivery(target, this::consumed, this::targetDied);
  }

  /** Joins the load group, then starts connecting. What either throws passes, and nothing is left behind. */
  void connect(@Nullable nsILoadGroup group, ConnectRequest request) {
    join(group);
    Connection made;
    try {
      made = transport.connect(request, tls, this);
    } catch (XpcomException e) {
      transport.remove(this);
      groupEntry.leave(e.result());
      throw e;
    }
    Consumer<Connection> waiting;
    synchronized (lock) {
      connection = made;
      waiting = early;
    }
    waiting.accept(made);
  }

  /** Joins the load group, then lets {@code onStop} come without a connection. */
  void fail(@Nullable nsILoadGroup group, EndReason reason) {
    join(group);
    ended(reason);
    batchEnded();
  }

  /** The connection, which is there once one of its events is delivered. */
  Connection connection() {
    synchronized (lock) {
      if (connection == null) {
        throw new IllegalStateException("no connection was made");
      }
      return connection;
    }
  }

  void close(CloseStatus status) {
    withConnection(current -> current.close(status));
  }

  void cancel(EndReason reason) {
    withConnection(current -> current.cancel(reason));
  }

  void suspend() {
    delivery.suspend();
  }

  boolean resume() {
    return delivery.resume();
  }

  @Override
  public void secured(SSLEngine engine, @Nullable SSLException failure) {
    delivery.post(() -> onSecured(engine, failure));
  }

  @Override
  public void opened(String protocol, String extensions) {
    delivery.post(
        () -> {
          channel.opened(protocol, extensions);
          started = true;
          listener.start();
        });
  }

  @Override
  public void text(String message, int payloadBytes) {
    delivery.post(new MessageEvents.Text(listener, message, payloadBytes));
  }

  @Override
  public void binary(byte[] message) {
    delivery.post(new MessageEvents.Binary(listener, message));
  }

  @Override
  public void acknowledged(int payloadBytes) {
    delivery.post(new MessageEvents.Acknowledge(listener, payloadBytes));
  }

  @Override
  public void closeReceived(CloseStatus status) {
    delivery.post(
        () -> {
          channel.serverClosed();
          listener.serverClose(status);
        });
  }

  @Override
  public void ended(EndReason reason) {
    delivery.post(() -> onEnded(reason));
  }

  @Override
  public void batchEnded() {
    delivery.flush();
  }

  private void onSecured(SSLEngine engine, @Nullable SSLException failure) {
    nsITransportSecurityInfo info = security.describe(engine, failure);
    if (info != null && failure != null) {
      failedSecurityInfo = info;
    }
  }

  private void onEnded(EndReason reason) {
    if (stopped) {
      return;
    }
    stopped = true;
    long status = statusOf(reason);
    log(reason, status);
    if (!started && preferences.startOnFailure()) {
      listener.start();
    }
    channel.stopping(status);
    listener.stop(status);
    delivery.end();
    groupEntry.leave(status);
    channel.stopped();
    transport.remove(this);
  }

  private long statusOf(EndReason reason) {
    long status = reason.status();
    if (failedSecurityInfo != null && reason.cause() instanceof SSLException) {
      status = OpenErrors.ofTls(failedSecurityInfo, status);
    }
    return started || !preferences.collapseOpenErrors() ? status : OpenErrors.collapse(status);
  }

  private void log(EndReason reason, long status) {
    if (Nsresult.failed(status)) {
      LOG.info(
          "{} {}: {} {}",
          channel.getName(),
          started ? "ended" : "could not be opened",
          Nsresult.describe(status),
          reason.sentence(),
          reason.cause());
    }
  }

  private void join(@Nullable nsILoadGroup group) {
    groupEntry = LoadGroupEntry.join(group, channel, listener.context());
    transport.add(this);
  }

  private void consumed(int payloadBytes) {
    connection().consumed(payloadBytes);
  }

  /** Does it now, or as soon as there is a connection. */
  private void withConnection(Consumer<Connection> action) {
    Connection current;
    synchronized (lock) {
      current = connection;
      if (current == null) {
        early = early.andThen(action);
        return;
      }
    }
    action.accept(current);
  }

  private void targetDied() {
    cancel(new EndReason(NS_ERROR_ABORT, "the thread that opened the channel is gone"));
    channel.stopping(NS_ERROR_ABORT);
    groupEntry.leave(NS_ERROR_ABORT);
    channel.stopped();
    transport.remove(this);
  }
}
