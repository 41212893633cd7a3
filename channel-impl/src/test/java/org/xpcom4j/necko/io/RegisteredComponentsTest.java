package org.xpcom4j.necko.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsILoadGroupChild;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsPriority;
import org.xpcom4j.interfaces.xpITlsProvider;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("io service, load group and TLS, found through the registry")
class RegisteredComponentsTest {
  private static final String IO_SERVICE = "@mozilla.org/network/io-service;1";
  private static final String LOAD_GROUP = "@mozilla.org/network/load-group;1";
  private static final String TLS = "@mozilla.org/network/socket;2?type=ssl";

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  @Test
  void theIoServiceReadsAddresses() {
    nsIIOService service = xpcom.getService(IO_SERVICE, nsIIOService.class);
    assertSame(service, xpcom.getService(IO_SERVICE, nsIIOService.class));
    assertEquals("wss://example.org/feed", service.newURI("wss:example.org/feed").getSpec());
  }

  @Test
  void theIoServiceHeedsPreferences() {
    nsIIOService service = xpcom.getService(IO_SERVICE, nsIIOService.class);
    nsIPrefBranch prefs =
        xpcom.getService("@mozilla.org/preferences-service;1", nsIPrefBranch.class);
    assertTrue(service.allowPort(8080, "wss"));
    prefs.setCharPref("network.security.ports.banned", "8080");
    assertFalse(service.allowPort(8080, "wss"));
  }

  @Test
  void theIoServiceAsksRegisteredHandlers() {
    register("@mozilla.org/network/protocol;1?name=test", new FakeHandler());
    nsIIOService service = xpcom.getService(IO_SERVICE, nsIIOService.class);
    assertEquals("test://fixed/", service.newURI("test:x").getSpec());
  }

  @Test
  void theIoServicePassesOverComponentsThatAreNoHandlers() {
    register("@mozilla.org/network/protocol;1?name=wss", new nsISupports() {});
    register("@mozilla.org/network/protocol;1?name=test", new nsISupports() {});
    nsIIOService service = xpcom.getService(IO_SERVICE, nsIIOService.class);
    assertEquals(443, service.getProtocolHandler("wss").getDefaultPort());
    XpcomException e = assertThrows(XpcomException.class, () -> service.getProtocolHandler("test"));
    assertEquals(Nsresult.NS_ERROR_UNKNOWN_PROTOCOL, e.result());
  }

  @Test
  void eachLoadGroupIsNewAndHasItsOtherInterfaces() {
    nsILoadGroup group = xpcom.createInstance(LOAD_GROUP, nsILoadGroup.class);
    assertNotSame(group, xpcom.createInstance(LOAD_GROUP, nsILoadGroup.class));
    assertSame(group, Interfaces.query(group, nsILoadGroupChild.class).getChildLoadGroup());
    assertEquals(0, Interfaces.query(group, nsISupportsPriority.class).getPriority());
  }

  @Test
  void theTlsProviderMakesEngines() {
    xpITlsProvider provider = xpcom.getService(TLS, xpITlsProvider.class);
    assertInstanceOf(SSLEngine.class, provider.createClientEngine("example.org", 443, ""));
  }

  private void register(String contractId, nsISupports component) {
    xpcom
        .componentRegistrar()
        .registerFactory(UUID.randomUUID(), "test", contractId, new Constant(component));
  }

  /** Gives the same object each time. */
  private record Constant(nsISupports component) implements nsIFactory {
    @Override
    public nsISupports createInstance(@Nullable nsISupports aOuter, UUID iid) {
      return component.queryInterface(iid);
    }

    @Override
    public void lockFactory(boolean lock) {
      throw new UnsupportedOperationException();
    }
  }
}
