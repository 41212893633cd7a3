package org.xpcom4j.necko.channel;

import static org.xpcom4j.necko.channel.OpenRules.requireArgument;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_IN_PROGRESS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OFFLINE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;
import static org.xpcom4j.result.Nsresult.NS_OK;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.necko.io.WebSchemeHandler;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.transport.ConnectRequest;
import org.xpcom4j.necko.transport.EndReason;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * The WebSocket channel as hosts see it: its attributes, and the rules of when what may be called. It is used once.
 * Methods may be called from any thread; {@code asyncOpen} needs one with an event loop, and the listener and the load
 * group are called there only.
 */
abstract class WebSocketChannel
    implements nsIWebSocketChannel, nsIRequest, WebSocketProtocolHandler {
  private final WebScheme scheme;
  private final ChannelServices services;
  private final LifeCycle lifeCycle = new LifeCycle();

  private volatile @Nullable ChannelSession session; // from asyncOpen to onStop
  private volatile @Nullable nsIURI uri;
  private volatile @Nullable nsIInterfaceRequestor notificationCallbacks;
  private volatile @Nullable nsILoadGroup loadGroup;
  private volatile @Nullable nsISupports securityInfo;
  private volatile String protocol = "";
  private volatile String extensions = "";
  private volatile long loadFlags = nsIRequest.LOAD_BACKGROUND;
  private volatile long status = NS_OK;

  WebSocketChannel(WebScheme scheme, ChannelServices services) {
    this.scheme = scheme;
    this.services = services;
  }

  @Override
  public final nsIProtocolHandler schemeHandler() {
    return new WebSchemeHandler(scheme, services.preferenceBranch());
  }

  /** The URI that was given: redirects are not followed, so that both attributes have one value. */
  @Override
  public final nsIURI getOriginalURI() {
    return getURI();
  }

  @Override
  public final nsIURI getURI() {
    nsIURI current = uri;
    if (current == null) {
      throw new XpcomException(NS_ERROR_NOT_INITIALIZED, "the channel has no URI before asyncOpen");
    }
    return current;
  }

  @Override
  public final @Nullable nsIInterfaceRequestor getNotificationCallbacks() {
    return notificationCallbacks;
  }

  @Override
  public final void setNotificationCallbacks(@Nullable nsIInterfaceRequestor aCallbacks) {
    notificationCallbacks = aCallbacks;
  }

  @Override
  public final @Nullable nsISupports getSecurityInfo() {
    return securityInfo;
  }

  @Override
  public final @Nullable nsILoadGroup getLoadGroup() {
    return loadGroup;
  }

  @Override
  public final void setLoadGroup(@Nullable nsILoadGroup aLoadGroup) {
    loadGroup = aLoadGroup;
  }

  @Override
  public final String getProtocol() {
    return protocol;
  }

  @Override
  public final void setProtocol(@Nullable String aProtocol) {
    if (!lifeCycle.isNew()) {
      throw new XpcomException(
          NS_ERROR_IN_PROGRESS, "protocol is the server's choice once asyncOpen was called");
    }
    protocol = aProtocol == null ? "" : aProtocol;
  }

  @Override
  public final String getExtensions() {
    return extensions;
  }

  @Override
  public final void asyncOpen(
      @Nullable nsIURI aURI,
      @Nullable String aOrigin,
      @Nullable nsIWebSocketListener aListener,
      @Nullable nsISupports aContext) {
    nsIEventTarget loop = openingLoop();
    nsIURI target = requireArgument(aURI, "aURI");
    nsIWebSocketListener listener = requireArgument(aListener, "aListener");
    lifeCycle.beginOpening();
    boolean opened = false;
    try {
      open(loop, target, aOrigin == null ? "" : aOrigin, new ListenerCalls(listener, aContext));
      opened = true;
    } finally {
      if (!opened) {
        session = null;
        uri = null;
        status = NS_OK;
        lifeCycle.refuseOpening();
      }
    }
  }

  @Override
  public final void close(int aCode, @Nullable String aReason) {
    String reason = aReason == null ? "" : aReason;
    if (lifeCycle.beginClosing(aCode, reason)) {
      ChannelSession current = session; // only now: it may just have been made on another thread
      if (current != null) {
        current.close(CloseStatus.toSend(aCode, reason));
      }
    }
  }

  @Override
  public final void sendMsg(@Nullable String aMsg) {
    String message = requireArgument(aMsg, "aMsg");
    sendingSession("sendMsg").connection().sendText(message);
  }

  @Override
  public final void sendBinaryMsg(byte @Nullable [] aMsg) {
    byte[] message = requireArgument(aMsg, "aMsg").clone();
    sendingSession("sendBinaryMsg").connection().sendBinary(message);
  }

  @Override
  public final String getName() {
    nsIURI current = uri;
    return current == null ? "" : current.getSpec();
  }

  @Override
  public final boolean isPending() {
    return lifeCycle.isPending();
  }

  @Override
  public final long getStatus() {
    return status;
  }

  @Override
  public final void cancel(long aStatus) {
    if (Nsresult.succeeded(aStatus)) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "cancel needs a failure, and " + Nsresult.describe(aStatus) + " is none");
    }
    if (lifeCycle.beginCancelling()) {
      if (Nsresult.succeeded(status)) {
        status = aStatus;
      }
      ChannelSession current = session; // only now: it may just have been made on another thread
      if (current != null) {
        current.cancel(new EndReason(aStatus, "the request was cancelled"));
      }
    }
  }

  @Override
  public final void suspend() {
    pendingSession("suspend").suspend();
  }

  @Override
  public final void resume() {
    if (!pendingSession("resume").resume()) {
      throw new XpcomException(NS_ERROR_UNEXPECTED, "resume() without a suspend() before it");
    }
  }

  @Override
  public final long getLoadFlags() {
    return loadFlags;
  }

  @Override
  public final void setLoadFlags(long aLoadFlags) {
    loadFlags = aLoadFlags;
  }

  /** The TLS handshake has ended; called on the opening thread. */
  void secured(nsISupports info) {
    securityInfo = info;
  }

  /** The opening handshake is complete; called on the opening thread right before {@code onStart}. */
  void opened(String chosenProtocol, String chosenExtensions) {
    protocol = chosenProtocol;
    extensions = chosenExtensions;
    lifeCycle.opened();
  }

  /** The server's Close has come; called on the opening thread right before {@code onServerClose}. */
  void serverClosed() {
    lifeCycle.serverClosed();
  }

  /** Called on the opening thread right before {@code onStop}. */
  void stopping(long result) {
    status = result;
    lifeCycle.stopped();
  }

  /** Lets go of what the host plugged in, after {@code onStop}. */
  void stopped() {
    session = null;
    loadGroup = null;
    notificationCallbacks = null;
  }

  private void open(nsIEventTarget loop, nsIURI target, String origin, ListenerCalls listener) {
    ChannelPreferences preferences = services.preferences();
    ConnectRequest request =
        OpenRules.request(scheme, target, origin, protocol, preferences, services.ioService());
    WebSocketTransportService transport = services.transport();
    transport.checkRoom(preferences.maxConnections());
    uri = target;
    ChannelSession opening =
        new ChannelSession(this, loop, listener, preferences, services, transport);
    session = opening;
    lifeCycle.connecting();
    if (services.ioService().getOffline()) {
      opening.fail(loadGroup, new EndReason(NS_ERROR_OFFLINE, "the io service is offline"));
    } else {
      opening.connect(loadGroup, request);
    }
  }

  private nsIEventTarget openingLoop() {
    return services
        .eventLoops()
        .findCurrentTarget()
        .orElseThrow(
            () ->
                new XpcomException(
                    NS_ERROR_NOT_AVAILABLE,
                    "thread "
                        + Thread.currentThread().getName()
                        + " has no event loop to call the listener on\n  hint: open on the main"
                        + " thread, on one that newThread made, adopt the host's own loop, or call"
                        + " Xpcom.currentThread() first and run its loop"));
  }

  private ChannelSession sendingSession(String method) {
    lifeCycle.requireSending(method);
    return pendingSession(method);
  }

  private ChannelSession pendingSession(String method) {
    ChannelSession current = session;
    if (current == null) {
      throw new XpcomException(NS_ERROR_NOT_AVAILABLE, method + "() on a channel that is not open");
    }
    return current;
  }
}
