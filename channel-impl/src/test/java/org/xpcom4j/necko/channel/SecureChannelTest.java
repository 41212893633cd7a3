package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_OK;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.interfaces.nsIBadCertListener2;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsISSLStatus;
import org.xpcom4j.interfaces.nsISSLStatusProvider;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.interfaces.nsIX509CertList;
import org.xpcom4j.interfaces.xpITlsProvider;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.necko.transport.RawServer;
import org.xpcom4j.result.XpcomException;

@DisplayName("a channel over TLS")
@Tag("smoke")
class SecureChannelTest {
  private static final TestAuthority AUTHORITY = TestAuthority.named("trusted");

  @RegisterExtension
  final ChannelFixture fixture =
      new ChannelFixture().withPreference("security.ca-file", AUTHORITY.writeCaFile().toString());

  private final RecordingListener listener = new RecordingListener();

  private RawServer serve(TestAuthority authority, String dnsName) throws Exception {
    RawServer server =
        RawServer.start(
            authority.serverFor(dnsName),
            peer -> {
              peer.accept();
              RawServer.Frame close = peer.readFrame();
              peer.writeFrame(0x88, close.payload());
            });
    fixture.manage(server);
    return server;
  }

  private nsIURI uri(RawServer server) {
    return fixture.uri("wss://localhost:" + server.port() + "/");
  }

  private nsIWebSocketChannel channelThatClosesAtOnce() {
    nsIWebSocketChannel channel = fixture.secureChannel();
    listener.reacting(
        call -> {
          if (call.equals("onStart") && channel.getSecurityInfo() != null) {
            channel.close(1000, "");
          }
        });
    return channel;
  }

  @Test
  void tellsOfTlsVersionCipherAndCertificateFromOnStartOnAndAfterOnStop() throws Exception {
    RawServer server = serve(AUTHORITY, "localhost");
    nsIWebSocketChannel channel = channelThatClosesAtOnce();
    assertEquals(
        List.of("onStart", "serverClose 1000 ", "onStop NS_OK"),
        fixture.openAndRun(channel, uri(server), listener));
    nsISSLStatus status =
        assertInstanceOf(nsISSLStatusProvider.class, channel.getSecurityInfo()).getSSLStatus();
    assertEquals(nsISSLStatus.TLS_VERSION_1_3, status.getProtocolVersion());
    assertTrue(status.getCipherSuite().startsWith("TLS_"), status::getCipherSuite);
    assertTrue(status.getServerCert().getSubjectName().contains("CN=localhost"));
  }

  @Test
  void refusesACertificateOfAnUnknownIssuerAndTellsWhichOne() throws Exception {
    RawServer server = serve(TestAuthority.named("unknown"), "localhost");
    nsIWebSocketChannel channel = fixture.secureChannel();
    assertEquals(
        List.of("onStart", "onStop SEC_ERROR_UNKNOWN_ISSUER"),
        fixture.openAndRun(channel, uri(server), listener));
    nsISupports info = channel.getSecurityInfo();
    assertTrue(assertInstanceOf(nsITransportSecurityInfo.class, info).getErrorCode() < 0);
    nsISSLStatus status = assertInstanceOf(nsISSLStatusProvider.class, info).getSSLStatus();
    assertTrue(status.getIsUntrusted());
    assertTrue(status.getServerCert().getSubjectName().contains("CN=localhost"));
  }

  @Test
  void refusesACertificateForAnotherName() throws Exception {
    RawServer server = serve(AUTHORITY, "elsewhere.example");
    assertEquals(
        List.of("onStart", "onStop SSL_ERROR_BAD_CERT_DOMAIN"),
        fixture.openAndRun(fixture.secureChannel(), uri(server), listener));
  }

  @Test
  void asksTheNotificationCallbacksForWhoWantsToKnowOfABadCertificate() throws Exception {
    RawServer server = serve(AUTHORITY, "elsewhere.example");
    List<String> sites = new ArrayList<>();
    nsIBadCertListener2 badCertListener =
        (socketInfo, status, site) -> {
          assertTrue(status.getIsDomainMismatch());
          sites.add(site);
          return false;
        };
    nsIWebSocketChannel channel = fixture.secureChannel();
    channel.setNotificationCallbacks(answering(badCertListener));
    fixture.openAndRun(channel, uri(server), listener);
    assertEquals(List.of("localhost:" + server.port()), sites);
  }

  @Test
  void asksTheLoadGroupsCallbacksWhenItHasNone() throws Exception {
    RawServer server = serve(AUTHORITY, "elsewhere.example");
    List<String> sites = new ArrayList<>();
    nsIBadCertListener2 badCertListener = (socketInfo, status, site) -> !sites.add(site);
    nsIWebSocketChannel channel = fixture.secureChannel();
    var group = fixture.loadGroup();
    group.setNotificationCallbacks(answering(badCertListener));
    channel.setLoadGroup(group);
    fixture.openAndRun(channel, uri(server), listener);
    assertEquals(1, sites.size());
  }

  @Test
  void showsTheVeryObjectThatAHostsOwnProviderMakes() throws Exception {
    RawServer server = serve(AUTHORITY, "localhost");
    xpITlsProvider original =
        fixture
            .xpcom()
            .getService(xpITlsProvider.NS_SSLSOCKETPROVIDER_CONTRACTID, xpITlsProvider.class);
    HostProvider own = new HostProvider(original);
    fixture
        .xpcom()
        .componentRegistrar()
        .registerFactory(
            UUID.randomUUID(),
            "host TLS",
            xpITlsProvider.NS_SSLSOCKETPROVIDER_CONTRACTID,
            new OneObject(own));
    nsIWebSocketChannel channel = channelThatClosesAtOnce();
    fixture.openAndRun(channel, uri(server), listener);
    assertSame(own.made, channel.getSecurityInfo());
    assertNotNull(own.made);
  }

  @Test
  void reportsWhatSpeaksNoTls() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
              peer.shutdownOutput();
              peer.socket().getInputStream().readAllBytes(); // closing over it would be a reset
            });
    List<String> calls = fixture.openAndRun(fixture.secureChannel(), uri(server), listener);
    assertTrue(calls.get(1).startsWith("onStop SSL_ERROR_RX_"), calls::toString);
  }

  private static nsIInterfaceRequestor answering(nsIBadCertListener2 badCertListener) {
    return iid -> {
      if (iid.equals(Interfaces.iid(nsIBadCertListener2.class))) {
        return badCertListener;
      }
      throw new XpcomException(NS_ERROR_NO_INTERFACE, "the host has nothing else");
    };
  }

  private static final class HostProvider implements xpITlsProvider {
    private final xpITlsProvider original;
    private @Nullable nsITransportSecurityInfo made;

    HostProvider(xpITlsProvider original) {
      this.original = original;
    }

    @Override
    public Object createClientEngine(String aHost, int aPort, String aAlpn) {
      return original.createClientEngine(aHost, aPort, aAlpn);
    }

    @Override
    public nsITransportSecurityInfo createSecurityInfo(Object aEngine, Object aFailure) {
      made = new HostSecurityInfo();
      return made;
    }
  }

  private static final class HostSecurityInfo implements nsITransportSecurityInfo {
    @Override
    public long getSecurityState() {
      return 2;
    }

    @Override
    public String getErrorMessage() {
      return "";
    }

    @Override
    public int getErrorCode() {
      return (int) NS_OK;
    }

    @Override
    public @Nullable nsIX509CertList getFailedCertChain() {
      return null;
    }
  }

  private record OneObject(nsISupports object) implements nsIFactory {
    @Override
    public nsISupports createInstance(@Nullable nsISupports aOuter, UUID iid) {
      return object.queryInterface(iid);
    }

    @Override
    public void lockFactory(boolean lock) {}
  }
}
