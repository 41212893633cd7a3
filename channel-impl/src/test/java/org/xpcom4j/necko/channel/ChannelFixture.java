package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.necko.transport.RawServer;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;

/** A host: a registry on the test's thread, channels from it by contract ID, and servers; fails on leftovers. */
final class ChannelFixture implements BeforeEachCallback, AfterEachCallback {
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private final Map<String, Object> preferences = new HashMap<>();
  private final List<RawServer> servers = new ArrayList<>();
  private @Nullable Xpcom xpcom;

  ChannelFixture withPreference(String name, Object value) {
    preferences.put(name, value);
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    xpcom = Xpcom.start(XpcomOptions.defaults().withPreferences(preferences));
  }

  Xpcom xpcom() {
    if (xpcom == null) {
      throw new IllegalStateException("the registry is started before each test");
    }
    return xpcom;
  }

  nsIWebSocketChannel channel() {
    return xpcom()
        .createInstance(
            nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID, nsIWebSocketChannel.class);
  }

  nsIWebSocketChannel secureChannel() {
    return xpcom()
        .createInstance(
            nsIWebSocketChannel.NS_WEBSOCKETSSLCHANNEL_CONTRACTID, nsIWebSocketChannel.class);
  }

  nsILoadGroup loadGroup() {
    return xpcom().createInstance("@mozilla.org/network/load-group;1", nsILoadGroup.class);
  }

  nsIIOService ioService() {
    return xpcom().getService("@mozilla.org/network/io-service;1", nsIIOService.class);
  }

  nsIURI uri(String spec) {
    return ioService().newURI(spec, null, null);
  }

  nsIURI uri(RawServer server) {
    return uri("ws://127.0.0.1:" + server.port() + "/feed");
  }

  RawServer serve(RawServer.Script script) throws Exception {
    RawServer server = RawServer.start(script);
    servers.add(server);
    return server;
  }

  void manage(RawServer server) {
    servers.add(server);
  }

  /** Runs the test thread's event loop until the condition holds. */
  void spinUntil(BooleanSupplier condition, RecordingListener listener) {
    if (!xpcom().currentThread().spinUntil(condition, GENEROUS)) {
      fail("waited in vain; the listener heard " + listener.calls());
    }
  }

  /** Opens, and runs events until the listener has heard onStop. */
  List<String> openAndRun(nsIWebSocketChannel channel, nsIURI uri, RecordingListener listener) {
    channel.asyncOpen(uri, "https://example.org", listener, null);
    spinUntil(listener::isStopped, listener);
    return listener.calls();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    xpcom().close();
    for (RawServer server : servers) {
      server.close();
    }
    assertEquals(List.of(), leftOverThreads(), "threads left over");
  }

  private static List<String> leftOverThreads() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("xpcom-")) {
        thread.join(GENEROUS.toMillis()); // told to stop; it may be about to
        if (thread.isAlive()) {
          left.add(thread.getName());
        }
      }
    }
    return left;
  }
}
