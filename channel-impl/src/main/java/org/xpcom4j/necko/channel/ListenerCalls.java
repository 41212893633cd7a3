package org.xpcom4j.necko.channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.necko.protocol.CloseStatus;

/**
 * Calls the listener with its context. What a listener throws is logged and changes nothing for the channel: it is
 * foreign code, and also its Errors must not end the event loop.
 */
final class ListenerCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerCalls.class);

  private final nsIWebSocketListener listener;
  private final @Nullable nsISupports context;

  ListenerCalls(nsIWebSocketListener listener, @Nullable nsISupports context) {
    this.listener = listener;
    this.context = context;
  }

  @Nullable nsISupports context() {
    return context;
  }

  void start() {
    try {
      listener.onStart(context);
    } catch (Throwable e) {
      logThrown("onStart", e);
    }
  }

  void text(String message) {
    try {
      listener.onMessageAvailable(context, message);
    } catch (Throwable e) {
      logThrown("onMessageAvailable", e);
    }
  }

  void binary(byte[] message) {
    try {
      listener.onBinaryMessageAvailable(context, message);
    } catch (Throwable e) {
      logThrown("onBinaryMessageAvailable", e);
    }
  }

  void acknowledge(long payloadBytes) {
    try {
      listener.onAcknowledge(context, payloadBytes);
    } catch (Throwable e) {
      logThrown("onAcknowledge", e);
    }
  }

  void serverClose(CloseStatus status) {
    try {
      listener.onServerClose(context, status.code(), status.reason());
    } catch (Throwable e) {
      logThrown("onServerClose", e);
    }
  }

  void stop(long status) {
    try {
      listener.onStop(context, status);
    } catch (Throwable e) {
      logThrown("onStop", e);
    }
  }

  private void logThrown(String method, Throwable thrown) {
    LOG.warn("{} threw in {}; the channel goes on", listener.getClass().getName(), method, thrown);
  }
}
