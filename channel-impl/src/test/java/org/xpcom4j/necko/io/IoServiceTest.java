package org.xpcom4j.necko.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_MALFORMED_URI;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNKNOWN_PROTOCOL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.result.XpcomException;

@DisplayName("io service")
class IoServiceTest {
  private final Map<String, nsIProtocolHandler> registered = new HashMap<>();
  private final Map<String, Object> prefs = new HashMap<>();
  private final FakeObservers observers = new FakeObservers();
  private final FakeHandler handler = new FakeHandler();
  private final IoService service =
      new IoService(
          contractId -> Optional.ofNullable(registered.get(contractId)),
          observers,
          FakePrefs.reading(prefs));

  @Nested
  class Addresses {
    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(
        nullValues = "-",
        value = {
          "wss://h, -, wss://h/",
          "' HTTPS://H ', -, https://h/",
          "ws:h, -, ws://h/",
          "ws://h/, http://other/a, ws://h/",
          "ws:x, ws://h/a/b, ws://h/a/x",
          "ws:x, http://h/a/b, ws://x/",
          "../x, https://h/a/b/c, https://h/a/x",
          "'', https://h/a?b#c, https://h/a?b",
          "#r, https://h/a?b#c, https://h/a?b#r",
        })
    void areRead(String spec, String base, String expected) {
      nsIURI baseUri = base == null ? null : service.newURI(base, null, null);
      assertEquals(expected, service.newURI(spec, null, baseUri).getSpec());
    }

    @Test
    void ofOtherSchemesAreReadByTheirHandler() {
      registered.put("@mozilla.org/network/protocol;1?name=test", handler);
      assertEquals("test://fixed/", service.newURI("TEST:x", null, null).getSpec());
    }

    @Test
    void ofUnknownSchemesAreRefused() {
      XpcomException e =
          assertRefused(NS_ERROR_UNKNOWN_PROTOCOL, () -> service.newURI("gopher://h/", null, null));
      assertEquals(
          """
          NS_ERROR_UNKNOWN_PROTOCOL (0x804B0012): no protocol handler for the scheme "gopher"
            known: ws, wss, http, https
            hint: register an nsIProtocolHandler as @mozilla.org/network/protocol;1?name=gopher""",
          e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feed", "//h/feed", "1ws://h", "ws"})
    void withoutASchemeNeedABase(String spec) {
      assertRefused(NS_ERROR_MALFORMED_URI, () -> service.newURI(spec, null, null));
    }

    @Test
    void areNeverNull() {
      assertRefused(NS_ERROR_INVALID_ARG, () -> service.newURI(null, null, null));
    }

    @Test
    void areAtMostAsLongAsThePreferenceSays() {
      prefs.put("network.standard-url.max-length", 20);
      assertRefused(
          NS_ERROR_MALFORMED_URI, () -> service.newURI("wss://h/" + "x".repeat(20), null, null));
    }

    @Test
    void thatAHandlerAsksForWithoutEndAreRefused() {
      registered.put(
          "@mozilla.org/network/protocol;1?name=test",
          new FakeHandler() {
            @Override
            public nsIURI newURI(
                @Nullable String aSpec,
                @Nullable String aOriginCharset,
                @Nullable nsIURI aBaseURI) {
              return service.newURI(aSpec, aOriginCharset, aBaseURI);
            }
          });
      assertRefused(NS_ERROR_MALFORMED_URI, () -> service.newURI("test:x", null, null));
      assertEquals("ws://h/", service.newURI("ws://h/", null, null).getSpec());
    }

    @Test
    void ofFilesAreNotMade() {
      assertRefused(NS_ERROR_NOT_IMPLEMENTED, () -> service.newFileURI(new nsISupports() {}));
      assertRefused(NS_ERROR_INVALID_ARG, () -> service.newFileURI(null));
    }
  }

  @Nested
  class Schemes {
    @ParameterizedTest
    @CsvSource({"wss://h, wss", "' \tWSs:x', WSs", "a+b-c.9:, a+b-c.9", "mailto:me@h, mailto"})
    void areExtractedWithTheirCase(String text, String scheme) {
      assertEquals(scheme, service.extractScheme(text));
    }

    @Test
    void mayHaveLineBreaksInside() {
      assertEquals("wss", service.extractScheme("w\ns\ts:x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wss", "/wss:", "1a:", ":x", "a b:c"})
    void areNotInEveryText(String text) {
      assertRefused(NS_ERROR_MALFORMED_URI, () -> service.extractScheme(text));
    }
  }

  @Nested
  class Handlers {
    @Test
    void ofWebSchemesAreOurOwn() {
      nsIProtocolHandler wss = service.getProtocolHandler("WSS");
      assertEquals("wss", wss.getScheme());
      assertEquals(443, wss.getDefaultPort());
      assertEquals(80, service.getProtocolHandler("http").getDefaultPort());
    }

    @Test
    void inTheRegistryComeFirstAndTheDefaultOneLast() {
      registered.put("@mozilla.org/network/protocol;1?name=ws", handler);
      assertSame(handler, service.getProtocolHandler("ws"));
      FakeHandler other = new FakeHandler();
      registered.put("@mozilla.org/network/protocol;1?name=default", other);
      assertSame(other, service.getProtocolHandler("mailto"));
      assertEquals("wss", service.getProtocolHandler("wss").getScheme());
    }

    @Test
    void arePassedOverWhereAPreferenceMakesTheSchemeExternal() {
      registered.put("@mozilla.org/network/protocol;1?name=default", handler);
      prefs.put("network.protocol-handler.external.https", true);
      assertSame(handler, service.getProtocolHandler("https"));
    }

    @Test
    void haveFlags() {
      long webSocket =
          nsIProtocolHandler.URI_NORELATIVE
              | nsIProtocolHandler.URI_NON_PERSISTABLE
              | nsIProtocolHandler.ALLOWS_PROXY
              | nsIProtocolHandler.ALLOWS_PROXY_HTTP
              | nsIProtocolHandler.URI_DOES_NOT_RETURN_DATA
              | nsIProtocolHandler.URI_DANGEROUS_TO_LOAD;
      assertEquals(webSocket, service.getProtocolFlags("wss"));
      assertEquals(
          nsIProtocolHandler.ALLOWS_PROXY
              | nsIProtocolHandler.ALLOWS_PROXY_HTTP
              | nsIProtocolHandler.URI_LOADABLE_BY_ANYONE,
          service.getProtocolFlags("http"));
    }

    @Test
    void areMissingForUnknownSchemes() {
      assertRefused(NS_ERROR_UNKNOWN_PROTOCOL, () -> service.getProtocolHandler("gopher"));
      assertRefused(NS_ERROR_UNKNOWN_PROTOCOL, () -> service.getProtocolFlags("gopher"));
      assertRefused(NS_ERROR_INVALID_ARG, () -> service.getProtocolHandler(null));
    }
  }

  @Nested
  class Channels {
    @Test
    void ofWebSocketsAreMadeByContractIdWhichTheErrorTells() {
      XpcomException e =
          assertRefused(NS_ERROR_NOT_IMPLEMENTED, () -> service.newChannel("wss://h", null, null));
      assertEquals(
          """
          NS_ERROR_NOT_IMPLEMENTED (0x80004001): no nsIChannel speaks wss
            hint: createInstance("@mozilla.org/network/protocol;1?name=wss", nsIWebSocketChannel.class)""",
          e.getMessage());
    }

    @Test
    void comeFromTheHandlerByTheNewerMethodOrElseTheOlder() {
      registered.put("@mozilla.org/network/protocol;1?name=test", handler);
      nsIURI uri = service.newURI("test:x", null, null);
      assertSame(handler.channel, service.newChannelFromURI(uri));
      assertSame(handler.channel, service.newChannelFromURIWithLoadInfo(uri, null));
      assertSame(handler.channel, service.newChannelFromURI2(uri, null, null, null, 0, 0));
      assertSame(
          handler.channel, service.newChannel2("test:x", null, null, null, null, null, 0, 0));
    }

    @Test
    void needAUri() {
      assertRefused(NS_ERROR_INVALID_ARG, () -> service.newChannelFromURI(null));
    }
  }

  @Nested
  class Ports {
    @ParameterizedTest
    @ValueSource(ints = {-1, 80, 443, 8080, 65535})
    void areAllowed(int port) {
      assertTrue(service.allowPort(port, "wss"));
      assertTrue(service.allowPort(port, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 65536, 1, 20, 22, 25, 104, 515, 6000, 6665, 6669})
    void areBlocked(int port) {
      assertFalse(service.allowPort(port, "wss"));
      assertFalse(service.allowPort(port, null));
    }

    @Test
    void thatAreBlockedAreUpToTheHandler() {
      registered.put("@mozilla.org/network/protocol;1?name=test", handler);
      assertTrue(service.allowPort(25, "test"));
      assertFalse(service.allowPort(22, "test"));
      assertRefused(NS_ERROR_UNKNOWN_PROTOCOL, () -> service.allowPort(25, "gopher"));
    }

    @Test
    void thatAreBlockedAreSoForWebSchemesWhateverIsRegistered() {
      registered.put("@mozilla.org/network/protocol;1?name=wss", handler);
      assertFalse(service.allowPort(25, "wss"));
    }

    @Test
    void areBannedAndUnbannedByPreferencesAtOnce() {
      prefs.put("network.security.ports.banned", "8080, 9000 - 9001,x,9005-9003,70000");
      prefs.put("network.security.ports.banned.override", "25,9001");
      assertFalse(service.allowPort(8080, "ws"));
      assertFalse(service.allowPort(9000, "ws"));
      assertTrue(service.allowPort(9001, "ws"));
      assertTrue(service.allowPort(9004, "ws"));
      assertTrue(service.allowPort(25, "ws"));
      prefs.clear();
      assertTrue(service.allowPort(8080, "ws"));
      assertFalse(service.allowPort(25, "ws"));
    }
  }

  @Nested
  class Offline {
    @Test
    void isAnnouncedBeforeAndAfter() {
      assertFalse(service.getOffline());
      assertTrue(service.getConnectivity());
      service.setOffline(true);
      assertTrue(service.getOffline());
      assertFalse(service.getConnectivity());
      service.setOffline(false);
      assertFalse(service.getOffline());
      assertEquals(
          List.of(
              "network:offline-about-to-go-offline offline",
              "network:offline-status-changed offline",
              "network:offline-status-changed online"),
          observers.topics());
      assertEquals(List.of(service, service, service), observers.subjects());
    }

    @Test
    void isNotAnnouncedTwice() {
      service.setOffline(false);
      service.setOffline(true);
      service.setOffline(true);
      assertEquals(2, observers.topics().size());
    }

    @Test
    void thatAnObserverTurnsBackIsTurnedBackAfterwards() {
      observers.addObserver(
          (subject, topic, data) -> service.setOffline(false),
          "network:offline-about-to-go-offline",
          false);
      service.setOffline(true);
      assertFalse(service.getOffline());
      assertEquals(
          List.of(
              "network:offline-about-to-go-offline offline",
              "network:offline-status-changed offline",
              "network:offline-status-changed online"),
          observers.topics());
    }

    @Test
    void isForGoodAfterShutdown() {
      observers.notifyObservers(service, "xpcom-shutdown", null);
      assertTrue(service.getOffline());
      assertRefused(NS_ERROR_NOT_AVAILABLE, () -> service.setOffline(false));
    }

    @Test
    void lastsWhileTheProfileChanges() {
      observers.notifyObservers(service, "profile-change-net-teardown", null);
      assertTrue(service.getOffline());
      assertRefused(NS_ERROR_NOT_AVAILABLE, () -> service.setOffline(false));
      observers.notifyObservers(service, "profile-change-net-restore", null);
      assertFalse(service.getOffline());
    }

    @Test
    void staysAfterAProfileChangeThatFoundIt() {
      service.setOffline(true);
      observers.notifyObservers(service, "profile-change-net-teardown", null);
      observers.notifyObservers(service, "profile-change-net-restore", null);
      assertTrue(service.getOffline());
    }
  }

  private static XpcomException assertRefused(long result, Executable call) {
    XpcomException e = assertThrows(XpcomException.class, call);
    assertEquals(result, e.result(), e::getMessage);
    return e;
  }
}
