package org.xpcom4j.contract.suite.torture;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** A host that comes for every case with a channel from the registry, a few at a time, and echoes what it hears. */
final class EchoHost {
  private static final int AT_A_TIME = 4;

  /** Some cases last as long as a channel waits for a server that does not close. */
  private static final Map<String, Object> IMPATIENT = Map.of("network.websocket.timeout.close", 2);

  private final Xpcom xpcom;
  private final TortureServer server;
  private int opened;
  private int open;

  private EchoHost(Xpcom xpcom, TortureServer server) {
    this.xpcom = xpcom;
    this.server = server;
  }

  /** Comes for every case; false when that took longer than the limit. */
  static boolean comeForAll(TortureServer server, Duration limit) {
    try (Xpcom xpcom = Xpcom.start(XpcomOptions.defaults().withPreferences(IMPATIENT))) {
      EchoHost host = new EchoHost(xpcom, server);
      host.openMore();
      return xpcom.currentThread().spinUntil(() -> host.open == 0, limit);
    }
  }

  private void openMore() {
    while (open < AT_A_TIME && opened < server.count()) {
      opened++;
      open++;
      nsIWebSocketChannel channel =
          xpcom.createInstance(
              nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID, nsIWebSocketChannel.class);
      nsIIOService ios = xpcom.getService("@mozilla.org/network/io-service;1", nsIIOService.class);
      String address = "ws://127.0.0.1:" + server.port() + "/case/" + opened + "?agent=xpcom4j";
      channel.asyncOpen(ios.newURI(address, null, null), "", new Echo(channel), null);
    }
  }

  private final class Echo implements nsIWebSocketListener {
    private final nsIWebSocketChannel channel;

    Echo(nsIWebSocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void onStart(@Nullable nsISupports aContext) {
      // Nothing to do before a message arrives.
    }

    @Override
    public void onMessageAvailable(@Nullable nsISupports aContext, String aMsg) {
      answer(() -> channel.sendMsg(aMsg));
    }

    @Override
    public void onBinaryMessageAvailable(@Nullable nsISupports aContext, byte[] aMsg) {
      answer(() -> channel.sendBinaryMsg(aMsg));
    }

    @Override
    public void onAcknowledge(@Nullable nsISupports aContext, long aSize) {
      // The socket's own pace is enough here.
    }

    @Override
    public void onServerClose(@Nullable nsISupports aContext, int aCode, String aReason) {
      // The channel has answered.
    }

    @Override
    public void onStop(@Nullable nsISupports aContext, long aStatusCode) {
      open--;
      openMore();
    }

    /** A message may arrive just before the connection ends; then there is nobody to answer. */
    private void answer(Runnable sending) {
      try {
        sending.run();
      } catch (XpcomException e) {
        if (e.result() != Nsresult.NS_ERROR_NOT_CONNECTED) {
          throw e;
        }
      }
    }
  }
}
