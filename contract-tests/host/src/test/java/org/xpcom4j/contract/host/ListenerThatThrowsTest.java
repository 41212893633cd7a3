package org.xpcom4j.contract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.contract.host.fixture.ForeignServer;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;

@DisplayName("A listener that throws from every method")
@Timeout(300)
class ListenerThatThrowsTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void doesNotDisturbItsConnection() throws InterruptedException {
    Thrower listener = new Thrower();
    try (ForeignServer server = ForeignServer.plain();
        Xpcom xpcom = Xpcom.start()) {
      nsIWebSocketChannel channel =
          xpcom.createInstance(
              nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID, nsIWebSocketChannel.class);
      channel.asyncOpen(
          xpcom
              .getService(nsIIOService.NS_IOSERVICE_CONTRACTID, nsIIOService.class)
              .newURI("ws://localhost:" + server.port() + "/", null, null),
          "",
          listener,
          null);
      assertTrue(xpcom.currentThread().spinUntil(() -> listener.heard("welcome "), LIMIT));
      channel.sendMsg("again");
      assertTrue(xpcom.currentThread().spinUntil(() -> listener.heard("again"), LIMIT));
      channel.close(nsIWebSocketChannel.CLOSE_NORMAL, "");
      assertTrue(xpcom.currentThread().spinUntil(() -> listener.heard("NS_OK"), LIMIT));

      assertTrue(server.sawClientLeave());
    }
    assertEquals("start", listener.heard.get(0));
    assertEquals("NS_OK", listener.heard.get(listener.heard.size() - 1));
  }

  private static final class Thrower implements nsIWebSocketListener {
    private final List<String> heard = new ArrayList<>();

    boolean heard(String what) {
      return heard.contains(what);
    }

    @Override
    public void onStart(nsISupports aContext) {
      fail("start");
    }

    @Override
    public void onStop(nsISupports aContext, long aStatusCode) {
      fail(Nsresult.nameOf(aStatusCode));
    }

    @Override
    public void onMessageAvailable(nsISupports aContext, String aMsg) {
      fail(aMsg);
    }

    @Override
    public void onBinaryMessageAvailable(nsISupports aContext, byte[] aMsg) {
      fail("binary");
    }

    @Override
    public void onAcknowledge(nsISupports aContext, long aSize) {
      fail("acknowledge");
    }

    @Override
    public void onServerClose(nsISupports aContext, int aCode, String aReason) {
      fail("server close");
    }

    private void fail(String call) {
      heard.add(call);
      throw new IllegalStateException("the listener of a test throws from " + call);
    }
  }
}
