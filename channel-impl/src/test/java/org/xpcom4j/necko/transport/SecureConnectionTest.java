package org.xpcom4j.necko.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_INADEQUATE_SECURITY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_RESET;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.result.XpcomException;

@DisplayName("a connection over TLS")
class SecureConnectionTest {
  private static TestTls tls;
  private static TestTls otherTls;

  @RegisterExtension final OpenFixture fixture = new OpenFixture();
  private final RecordingListener listener = new RecordingListener();

  @BeforeAll
  static void makeCertificates() throws Exception {
    tls = TestTls.create();
    otherTls = TestTls.create();
  }

  @Test
  void carriesMessagesAndTellsItsSession() throws Exception {
    byte[] message = new byte[1 << 20];
    new Random(2).nextBytes(message);
    RawServer server =
        fixture.serve(
            tls.server("localhost"),
            peer -> {
              peer.accept();
              RawServer.Frame frame = peer.readFrame();
              assertArrayEquals(message, frame.payload());
              peer.writeFrame(0x82, frame.payload());
              RawServer.Frame close = peer.readFrame();
              peer.writeFrame(0x88, close.payload());
              peer.expectEnd();
            });
    Connection connection = fixture.connectSecurely(server, tls.client(), listener);
    connection.sendBinary(message);
    listener.await("binary " + message.length);
    connection.close(new CloseStatus(1000, ""));
    assertEquals(
        List.of(
            "secured",
            "opened \"\" \"\"",
            "acknowledged 1048576",
            "binary 1048576",
            "close 1000 \"\"",
            "ended NS_OK"),
        listener.awaitEnd());
    assertNotNull(listener.cipherSuite());
    server.join();
  }

  @Test
  void isRefusedWhenNobodyTrustsTheServer() throws Exception {
    RawServer server = fixture.serve(otherTls.server("localhost"), RawServer.Peer::readHead);
    fixture.connectSecurely(server, tls.client(), listener);
    assertTlsRefused();
    assertTrue(listener.end().sentence().contains("PKIX"), listener.end()::sentence);
  }

  @Test
  void isRefusedWhenTheServerHasAnotherName() throws Exception {
    RawServer server = fixture.serve(tls.server("other.example.org"), RawServer.Peer::readHead);
    fixture.connectSecurely(server, tls.client(), listener);
    assertTlsRefused();
    assertTrue(listener.end().sentence().contains("localhost"), listener.end()::sentence);
  }

  @Test
  void isRefusedWhenTheServerSpeaksNoTls() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.write("220 smtp.example.org ESMTP\r\n");
              peer.socket().getInputStream().readAllBytes();
            });
    fixture.connectSecurely(server, tls.client(), listener);
    assertTlsRefused();
  }

  @Test
  void isResetWhenTheServerLeavesDuringTheTlsHandshake() throws Exception {
    RawServer server = fixture.serve(peer -> peer.socket().getInputStream().readNBytes(100));
    fixture.connectSecurely(server, tls.client(), listener);
    assertEquals(NS_ERROR_NET_RESET, listener.end().status());
    assertEquals(List.of("ended NS_ERROR_NET_RESET"), listener.calls());
  }

  @Test
  void timesOutWhenTheServerSaysNothing() throws Exception {
    TlsEngines client = tls.client();
    EndReason end =
        fixture.endOfSilence(
            (server, limits, hears) -> fixture.connectSecurely(server, client, limits, hears));
    assertEquals(NS_ERROR_NET_TIMEOUT, end.status());
    assertTrue(end.sentence().contains("TLS"), end::sentence);
  }

  @Test
  void endsAsTheProviderSaysWhenItMakesNoEngine() throws Exception {
    RawServer server = fixture.serve(peer -> peer.socket().getInputStream().readAllBytes());
    TlsEngines broken =
        (host, port, alpn) -> {
          throw new XpcomException(NS_ERROR_NOT_AVAILABLE, "no certificates today");
        };
    fixture.connectSecurely(server, broken, listener);
    assertEquals(NS_ERROR_NOT_AVAILABLE, listener.end().status());
    assertTrue(
        listener.end().sentence().contains("no certificates today"), listener.end()::sentence);
  }

  @Test
  void isNoCleanEndWhenTheStreamIsCutOff() throws Exception {
    RawServer server =
        fixture.serve(
            tls.server("localhost"),
            peer -> {
              peer.accept();
              peer.writeHex("8101 61");
              peer.tcp().close(); // without TLS's own goodbye
            });
    fixture.connectSecurely(server, tls.client(), listener);
    assertEquals(
        List.of("secured", "opened \"\" \"\"", "text \"a\" 1", "ended NS_BASE_STREAM_CLOSED"),
        listener.awaitEnd());
  }

  @Test
  void isResetLikeAnyOther() throws Exception {
    CountDownLatch isOpen = new CountDownLatch(1);
    RawServer server =
        fixture.serve(
            tls.server("localhost"),
            peer -> {
              peer.accept();
              isOpen.await();
              peer.resetOnClose();
              peer.tcp().close();
            });
    fixture.connectSecurely(server, tls.client(), listener);
    listener.await("opened \"\" \"\"");
    isOpen.countDown();
    assertEquals("ended NS_ERROR_NET_RESET", listener.awaitEnd().get(2));
  }

  @Test
  void isLeftInOrderWhenNetworkingShutsDown() throws Exception {
    RawServer server =
        fixture.serve(
            tls.server("localhost"),
            peer -> {
              peer.accept();
              assertEquals(1001, peer.readFrame().closeCode());
              peer.expectEnd();
            });
    fixture.connectSecurely(server, tls.client(), listener);
    listener.await("opened \"\" \"\"");
    fixture.transport().close();
    assertEquals("ended NS_ERROR_ABORT", listener.awaitEnd().get(2));
    server.join();
  }

  private void assertTlsRefused() throws InterruptedException {
    assertEquals(
        List.of("not secured", "ended NS_ERROR_NET_INADEQUATE_SECURITY"), listener.awaitEnd());
    assertEquals(NS_ERROR_NET_INADEQUATE_SECURITY, listener.end().status());
    assertSame(listener.tlsFailure(), listener.end().cause());
  }
}
