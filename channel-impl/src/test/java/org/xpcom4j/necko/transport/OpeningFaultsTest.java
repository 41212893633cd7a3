package org.xpcom4j.necko.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_CONNECTION_REFUSED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_RESET;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNKNOWN_HOST;
import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;
import static org.xpcom4j.result.Nsresult.NS_OK;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.protocol.HeadLimits;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("a connection that does not come about ends with an nsresult of its own:")
class OpeningFaultsTest {
  @RegisterExtension final OpenFixture fixture = new OpenFixture();
  private final RecordingListener listener = new RecordingListener();

  private void assertEndsWith(long status, String words) throws InterruptedException {
    EndReason reason = listener.end();
    assertEquals(Nsresult.nameOf(status), Nsresult.nameOf(reason.status()), reason::sentence);
    assertTrue(reason.sentence().contains(words), reason::sentence);
    assertEquals(1, listener.calls().size(), () -> "only the end is told: " + listener.calls());
  }

  @Test
  void nobodyListens() throws Exception {
    try (DeafPort port = DeafPort.open()) {
      fixture.connect("127.0.0.1", port.number(), "", ConnectionLimits.DEFAULT, listener);
      assertEndsWith(NS_ERROR_CONNECTION_REFUSED, "127.0.0.1:" + port.number());
    }
  }

  @Test
  void theHostHasNoAddress() throws Exception {
    String host = "x".repeat(64) + ".invalid"; // no name server is asked for so long a label
    fixture.connect(host, 80, "", ConnectionLimits.DEFAULT, listener);
    assertEndsWith(NS_ERROR_UNKNOWN_HOST, host);
  }

  @Nested
  class TheServer {
    private void answer(String text) throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.readHead();
                peer.write(text);
                peer.expectEnd();
              });
      fixture.connect(server, listener);
    }

    private void answerAfterAccept(String... moreHeaders) throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept(moreHeaders);
                peer.expectEnd();
              });
      fixture.connect(server, listener);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "200 OK", "302 Found", "401 Unauthorized", "500 Oops"})
    void answersWithAnotherStatus(String status) throws Exception {
      answer("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nno");
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, status.substring(0, 3));
    }

    @Test
    void answersWithSomethingElseThanHttp() throws Exception {
      answer("220 smtp.example.org ESMTP\r\n\r\n");
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, "not HTTP");
    }

    @Test
    void answersWithAnEndlessLine() throws Exception {
      answer("HTTP/1.1 101 " + "x".repeat(10_000));
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, "8192");
    }

    @Test
    void answersWithAnEndlessHead() throws Exception {
      answer("HTTP/1.1 101 Switching\r\n" + ("X: " + "y".repeat(1000) + "\r\n").repeat(400));
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, "393216");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
      "' folded: x\r\n', folded over two lines",
      "'X: a\nY: b\r\n', a line feed without",
      "'X : a\r\n', a blank before the colon",
      "'X: a\0\r\n', a NUL",
    })
    void answersWithALineThatOthersCouldReadOtherwise(String line, String words) throws Exception {
      answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + line + "\r\n");
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, words);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 2", "Transfer-Encoding: chunked"})
    void answersWithABodyWhereTheWebSocketBegins(String field) throws Exception {
      answerAfterAccept(field);
      assertEndsWith(NS_ERROR_ILLEGAL_VALUE, "no body may follow");
    }

    @Test
    void answersWithMoreThanTheOwnerAllows() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept("X: 1", "Y: 2");
                peer.expectEnd();
              });
      fixture.connect("127.0.0.1", server.port(), "", limitedTo(4), listener);
      assertEndsWith(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, "more than 4 header fields");
    }

    private static ConnectionLimits limitedTo(int headerFields) {
      return new ConnectionLimits(
          Limits.GENEROUS,
          Limits.GENEROUS,
          1 << 20,
          1 << 20,
          1 << 20,
          64,
          1 << 20,
          new HeadLimits(1000, 1000, headerFields, 1000));
    }

    @Test
    void answersForAnotherKey() throws Exception {
      answer(
          String.join(
              "\r\n",
              "HTTP/1.1 101 Switching Protocols",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
              "",
              ""));
      assertEndsWith(NS_ERROR_ILLEGAL_VALUE, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void choosesASubprotocolThatNobodyAskedFor() throws Exception {
      answerAfterAccept("Sec-WebSocket-Protocol: chat");
      assertEndsWith(NS_ERROR_ILLEGAL_VALUE, "\"chat\"");
    }

    @Test
    void usesAnExtensionThatNobodyOffered() throws Exception {
      answerAfterAccept("Sec-WebSocket-Extensions: permessage-deflate");
      assertEndsWith(NS_ERROR_ILLEGAL_VALUE, "permessage-deflate");
    }

    @Test
    void closesInsteadOfAnswering() throws Exception {
      RawServer server = fixture.serve(RawServer.Peer::readHead);
      fixture.connect(server, listener);
      assertEndsWith(NS_ERROR_NET_RESET, "closed the connection before");
    }

    @Test
    void closesInTheMiddleOfItsAnswer() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.readHead();
                peer.write("HTTP/1.1 101 Switching");
              });
      fixture.connect(server, listener);
      assertEndsWith(NS_ERROR_NET_RESET, "closed the connection before");
    }

    @Test
    void resetsInsteadOfAnswering() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.readHead();
                peer.resetOnClose();
              });
      fixture.connect(server, listener);
      assertEndsWith(NS_ERROR_NET_RESET, "");
    }

    @Test
    void neverAnswers() throws Exception {
      EndReason end = fixture.endOfSilence(fixture::connect);
      assertEquals(NS_ERROR_NET_TIMEOUT, end.status());
      assertTrue(end.sentence().contains("the HTTP handshake"), end::sentence);
    }
  }

  @Nested
  class WeOurselves {
    private final RawServer server = silentServer();

    private RawServer silentServer() {
      try {
        return fixture.serve(
            peer -> {
              peer.readHead();
              peer.expectEnd();
            });
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void closeBeforeItIsOpen() throws Exception {
      fixture.connect(server, listener).close(new CloseStatus(1000, ""));
      assertEndsWith(NS_ERROR_NOT_CONNECTED, "closed before");
    }

    @Test
    void leaveBeforeItIsOpen() throws Exception {
      fixture.connect(server, listener).close(new CloseStatus(1001, ""));
      assertEndsWith(NS_OK, "closed before");
    }

    @Test
    void sendAfterItIsGivenUp() throws Exception {
      Connection connection = fixture.connect(server, listener);
      connection.close(new CloseStatus(1000, ""));
      assertEndsWith(NS_ERROR_NOT_CONNECTED, "closed before");
      connection.sendText("too late");
      connection.cancel(new EndReason(NS_ERROR_ABORT, "too late"));
      fixture.transport().close(); // all that was asked for has been done then
      assertEquals(1, listener.calls().size());
    }

    @Test
    void cancelIt() throws Exception {
      fixture.connect(server, listener).cancel(new EndReason(0x804B0002L, "the group says so"));
      assertEndsWith(0x804B0002L, "the group says so");
    }

    @Test
    void shutNetworkingDown() throws Exception {
      fixture.connect(server, listener);
      fixture.transport().close();
      assertEndsWith(NS_ERROR_ABORT, "shuts down");
      XpcomException refusal =
          assertThrows(XpcomException.class, () -> fixture.connect(server, listener));
      assertEquals(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, refusal.result());
    }
  }

  @Test
  void interimResponsesAreSkippedAndTheAgreementIsTold() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              String head = peer.readHead();
              peer.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n");
              peer.write(RawServer.Peer.acceptance(head, "Sec-WebSocket-Protocol: b"));
              peer.writeHex("8800");
              peer.readFrame();
            });
    fixture.connect("127.0.0.1", server.port(), "a, b", ConnectionLimits.DEFAULT, listener);
    assertEquals(
        List.of("opened \"b\" \"\"", "close 1005 \"\"", "ended NS_OK"), listener.awaitEnd());
  }
}
