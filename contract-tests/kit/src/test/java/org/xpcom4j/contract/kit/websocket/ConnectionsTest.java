package org.xpcom4j.contract.kit.websocket;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scripted server and an outgoing connection")
@Timeout(300)
class ConnectionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final WireScript ECHO =
      client -> {
        try (Wire wire = client.accept()) {
          echo(wire);
        }
      };

  @Test
  void talkInWholeWrites() throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(LIMIT, ECHO)) {
      assertEchoes(address("ws", "127.0.0.1", server), SSLContext.getDefault(), Chunks.WHOLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void talkInChunks(int size) throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(LIMIT, ECHO)) {
      assertEchoes(address("ws", "127.0.0.1", server), SSLContext.getDefault(), new Chunks(size));
    }
  }

  @Test
  void exchangeHeadsInChunks() throws Exception {
    String answer = "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server =
            ScriptedServer.plain(
                LIMIT, client -> client.answer(answer, Chunks.SINGLE_OCTETS).close());
        OutgoingConnection client =
            OutgoingConnection.dial(
                address("ws", "127.0.0.1", server), SSLContext.getDefault(), LIMIT)) {
      Optional<Head> head = client.exchange(client.request(), Chunks.SINGLE_OCTETS);

      assertEquals("HTTP/1.1 426 Upgrade Required", head.orElseThrow().firstLine());
      assertEquals(
          Optional.of("the answer is HTTP/1.1 426 Upgrade Required"),
          client.faultOf(head.orElseThrow()));
    }
  }

  @Test
  void seeEachOthersReset() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.plain(
                LIMIT,
                client -> {
                  try (Wire wire = client.accept()) {
                    wire.next(LIMIT);
                    wire.reset();
                  }
                });
        OutgoingConnection client =
            OutgoingConnection.dial(
                address("ws", "127.0.0.1", server), SSLContext.getDefault(), LIMIT)) {
      client.exchange(client.request());
      try (Wire wire = client.open(null)) {
        wire.send(Frame.text("reset, please"));

        assertEquals(new PeerEvent.End(true), wire.next(LIMIT));
      }
    }
  }

  @Test
  void offerExtensionsInAsManyHeadersAsTheScriptLikes() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.plain(
                LIMIT,
                client -> {
                  List<String> offers = client.request().all("Sec-WebSocket-Extensions");
                  client.answer("HTTP/1.1 200 " + offers + "\r\n\r\n").close();
                });
        OutgoingConnection client =
            OutgoingConnection.dial(
                address("ws", "127.0.0.1", server), SSLContext.getDefault(), LIMIT)) {
      Optional<Head> head = client.exchange(client.request("a; x=1, b", "c"));

      assertEquals("HTTP/1.1 200 [a; x=1, b, c]", head.orElseThrow().firstLine());
    }
  }

  @Test
  void cannotShareAPort() {
    try (ScriptedServer server = ScriptedServer.plain(LIMIT, ECHO)) {
      UncheckedIOException failure =
          assertThrows(
              UncheckedIOException.class, () -> ScriptedServer.plain(server.port(), LIMIT, ECHO));

      assertTrue(
          String.valueOf(failure.getMessage())
              .startsWith("cannot listen on port " + server.port() + ": "),
          failure::toString);
    }
  }

  @Nested
  @DisplayName("with TLS")
  class WithTls {
    private final X509Bundle certificate = certificateFor("localhost");

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 4096})
    void talk(int chunk) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTls(serving(certificate), LIMIT, ECHO)) {
        assertEchoes(address("wss", "localhost", server), trusting(certificate), new Chunks(chunk));
      }
    }

    @Test
    void endOneHalfOfTheStream() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTls(
                  serving(certificate),
                  LIMIT,
                  client -> {
                    try (Wire wire = client.accept()) {
                      wire.finishSending();
                      wire.next(LIMIT);
                    }
                  });
          OutgoingConnection client =
              OutgoingConnection.dial(
                  address("wss", "localhost", server), trusting(certificate), LIMIT)) {
        client.exchange(client.request());
        try (Wire wire = client.open(null)) {
          assertEquals(new PeerEvent.End(false), wire.next(LIMIT));
        }
      }
    }

    @Test
    void doNotMeetWhenTheCertificateIsUnknown() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTls(serving(certificate), LIMIT, ECHO)) {
        URI address = address("wss", "localhost", server);

        ConnectException failure =
            assertThrows(
                ConnectException.class,
                () -> OutgoingConnection.dial(address, SSLContext.getDefault(), LIMIT));

        assertAll(
            () ->
                assertTrue(
                    String.valueOf(failure.getMessage()).startsWith("cannot connect to " + address),
                    failure::toString),
            () -> assertInstanceOf(SSLException.class, failure.getCause()));
      }
    }

    @Test
    void doNotMeetUnderAnotherName() throws Exception {
      X509Bundle other = certificateFor("elsewhere.example");
      try (ScriptedServer server = ScriptedServer.withTls(serving(other), LIMIT, ECHO)) {
        assertThrows(
            ConnectException.class,
            () ->
                OutgoingConnection.dial(
                    address("wss", "localhost", server), trusting(other), LIMIT));
      }
    }
  }

  private static void assertEchoes(URI address, SSLContext tls, Chunks chunks) throws Exception {
    try (OutgoingConnection client = OutgoingConnection.dial(address, tls, LIMIT)) {
      Optional<Head> answer = client.exchange(client.request());
      assertEquals(Optional.empty(), client.faultOf(answer.orElseThrow()));
      try (Wire wire = client.open(null)) {
        wire.send(List.of(Frame.text("Grüße"), Frame.ping("?")), chunks);
        assertEquals(new PeerEvent.Message(Frame.TEXT, Octets.utf8("Grüße")), wire.next(LIMIT));
        assertEquals(new PeerEvent.Pong(Octets.utf8("?")), wire.next(LIMIT));
        wire.send(List.of(Frame.close(1000, "")), chunks);
        assertEquals(new PeerEvent.Close(OptionalInt.of(1000), ""), wire.next(LIMIT));
        assertEquals(new PeerEvent.End(false), wire.next(LIMIT));
      }
    }
  }

  private static void echo(Wire wire) throws IOException, InterruptedException {
    while (true) {
      PeerEvent event = wire.next(LIMIT);
      if (event instanceof PeerEvent.Message message) {
        wire.send(Frame.of(message.opcode(), message.payload()));
      } else if (event instanceof PeerEvent.Ping ping) {
        wire.send(Frame.of(Frame.PONG, ping.payload()));
      } else if (event instanceof PeerEvent.Close close) {
        wire.send(Frame.close(close.code().orElse(1000), ""));
        wire.finishSending();
      } else {
        return;
      }
    }
  }

  private static URI address(String scheme, String host, ScriptedServer server) {
    return URI.create(scheme + "://" + host + ":" + server.port() + "/");
  }

  private static X509Bundle certificateFor(String name) {
    try {
      return new CertificateBuilder()
          .ecp256()
          .subject("CN=" + name)
          .addSanDnsName(name)
          .setIsCertificateAuthority(true)
          .buildSelfSigned();
    } catch (Exception e) { // the builder declares no less
      throw new IllegalStateException("this JDK cannot make a P-256 certificate", e);
    }
  }

  private static SSLContext serving(X509Bundle certificate) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(X509Bundle certificate) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, certificate.toTrustManagerFactory().getTrustManagers(), null);
    return context;
  }
}
