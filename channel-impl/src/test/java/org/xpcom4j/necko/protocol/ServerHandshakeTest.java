package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a server")
class ServerHandshakeTest {
  /** The key and the answer of RFC 6455, section 1.3. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static final ServerPolicy PLAIN = new ServerPolicy(Subprotocols.NONE, null);

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static ClientRequest read(String requestLine, List<String> fields) throws RequestRefusal {
    String head = requestLine + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
    ByteBuf in = Unpooled.copiedBuffer(head, ISO_8859_1);
    try {
      return requireNonNull(new RequestReader(HeadLimits.DEFAULT).read(in));
    } finally {
      in.release();
    }
  }

  /** The request of the standard with other fields in place of those with the same names, or behind them. */
  private static List<String> fields(String... others) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "Host: server.example.com",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: " + KEY,
                "Sec-WebSocket-Version: 13"));
    for (String other : others) {
      String name = other.substring(0, other.indexOf(':') + 1);
      fields.removeIf(field -> field.startsWith(name));
    }
    fields.addAll(List.of(others));
    return fields;
  }

  private static String answer(ServerPolicy policy, String... fields) throws RequestRefusal {
    ClientRequest request = read("GET / HTTP/1.1", fields(fields));
    return new String(ServerAnswer.to(request, policy).encode(), ISO_8859_1);
  }

  @Nested
  class Understands {
    @Test
    void whatIsAskedFor() throws RequestRefusal {
      assertEquals(
          new ClientRequest(
              "server.example.com",
              "/feed?x=1",
              "https://example.org",
              Subprotocols.parse("chat, superchat, news"),
              List.of(new DeflateOffer(false, true, 0, 0), new DeflateOffer(false, false, 0, 15)),
              new HandshakeKey(KEY)),
          read(
              "GET /feed?x=1 HTTP/1.1",
              fields(
                  "Origin: https://example.org",
                  "Sec-WebSocket-Protocol: chat ,\tsuperchat,",
                  "Sec-WebSocket-Protocol: news",
                  "Sec-WebSocket-Extensions: x-other, permessage-deflate; nonsense",
                  "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover",
                  "sec-websocket-extensions: permessage-deflate; client_max_window_bits")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "GET / HTTP/1.1, server.example.com, /",
      "GET /?a=b HTTP/1.2, server.example.com, /?a=b",
      "GET http://other.example:8080/feed HTTP/1.1, other.example:8080, /feed",
      "GET HTTPS://[::1]?x HTTP/1.1, [::1], /?x",
      "GET http://other.example HTTP/1.1, other.example, /",
    })
    void everyFormOfTheTarget(String line, String host, String target) throws RequestRefusal {
      ClientRequest request = read(line, fields());
      assertEquals(host + " " + target, request.host() + " " + request.target());
    }

    @Test
    void wordsInAnyCaseAndAmongOthers() throws RequestRefusal {
      assertEquals(
          KEY,
          read(
                  "GET / HTTP/1.1",
                  fields(
                      "Upgrade: h2c, WebSocket",
                      "Connection: keep-alive",
                      "connection: UPGRADE",
                      "Content-Length: 0"))
              .key()
              .text());
    }
  }

  @Nested
  class Answers {
    @Test
    void whatTheStandardSays() throws RequestRefusal {
      assertEquals(
          """
          HTTP/1.1 101 Switching Protocols
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
          Sec-WebSocket-Protocol: chat
          Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=12

          """
              .replace("\n", "\r\n"),
          answer(
              new ServerPolicy(
                  Subprotocols.parse("chat"), new DeflateParameters(false, false, 12, 15)),
              "Sec-WebSocket-Protocol: superchat, chat",
              "Sec-WebSocket-Extensions: permessage-deflate"));
    }

    @ParameterizedTest(name = "of {0}, offered {1}: {2}")
    @CsvSource(
        delimiter = '|',
        nullValues = "-",
        value = {
          "a, b | b, a | a",
          "c, b | a, b | b",
          "c    | a, b | -",
          "A    | a    | -",
          "''   | a    | -",
        })
    void withItsOwnFavouriteOfTheSubprotocols(
        String spoken, String offered, @Nullable String chosen) throws RequestRefusal {
      String answer =
          answer(
              new ServerPolicy(Subprotocols.parse(spoken), null),
              "Sec-WebSocket-Protocol: " + offered);
      assertEquals(
          chosen == null ? "" : "Sec-WebSocket-Protocol: " + chosen,
          answer.lines().filter(line -> line.contains("-Protocol")).findFirst().orElse(""));
    }

    @Test
    void withoutExtensionsThatItDoesNotHave() throws RequestRefusal {
      String offer = "Sec-WebSocket-Extensions: x-other; a=b";
      ServerPolicy deflating = new ServerPolicy(Subprotocols.NONE, DeflateParameters.DEFAULT);
      assertTrue(!answer(deflating, offer).contains("Extensions"));
      assertTrue(!answer(PLAIN, "Sec-WebSocket-Extensions: permessage-deflate").contains("Ext"));
    }
  }

  @Nested
  class Refuses {
    private static void assertRefused(int status, String sentence, String line, String... fields) {
      RequestRefusal refusal = assertThrows(RequestRefusal.class, () -> read(line, fields(fields)));
      assertEquals(status, refusal.status());
      assertEquals(sentence, refusal.getMessage());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "505 | GET / HTTP/1.0 | request by HTTP/1.0; a WebSocket is opened by HTTP/1.1",
          "505 | GET / HTTP/2.0 | request by HTTP/2.0; a WebSocket is opened by HTTP/1.1",
          "405 | POST / HTTP/1.1 | request with method \"POST\"; a WebSocket is opened by GET",
          "405 | get / HTTP/1.1 | request with method \"get\"; a WebSocket is opened by GET",
          "400 | GET * HTTP/1.1 | request for target \"*\", which is no path with a query",
          "400 | GET /a#b HTTP/1.1 | request for target \"/a#b\", which is no path with a query",
          "400 | GET ftp://a/ HTTP/1.1 | request for target \"ftp://a/\", which is no path with a query",
          "400 | GET http:///a HTTP/1.1 | request for host \"\", which is none",
          "400 | GET http://u@h/a HTTP/1.1 | request for host \"u@h\", which is none",
          "400 | GET / | request is not HTTP: its first line is \"GET /\"",
        })
    void aRequestLine(int status, String line, String sentence) {
      assertRefused(status, sentence, line);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "400 | Content-Length: 1 | request with Content-Length \"1\", where no body may follow",
          "400 | Transfer-Encoding: chunked | request with Transfer-Encoding \"chunked\", where no body may follow",
          "400 | Host: | request for host \"\", which is none",
          "400 | Host: a b | request for host \"a b\", which is none",
          "400 | Host: a/b | request for host \"a/b\", which is none",
          "400 | Host: a:b | request for host \"a:b\", which is none",
          "426 | Upgrade: h2c | request whose Upgrade is \"h2c\"; this is for WebSockets, which Upgrade: websocket asks for",
          "400 | Connection: close | request whose Connection is \"close\", where Upgrade belongs",
          "426 | Sec-WebSocket-Version: 12 | request with Sec-WebSocket-Version \"12\"; 13 is spoken here",
          "426 | Sec-WebSocket-Version: 13, 8 | request with Sec-WebSocket-Version \"13, 8\"; 13 is spoken here",
          "400 | Sec-WebSocket-Key: c2hvcnQ= | request with Sec-WebSocket-Key \"c2hvcnQ=\", which is not 16 bytes in base64",
          "400 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ | request with Sec-WebSocket-Key \"dGhlIHNhbXBsZSBub25jZQ\", which is not 16 bytes in base64",
          "400 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR== | request with Sec-WebSocket-Key \"dGhlIHNhbXBsZSBub25jZR==\", which is not 16 bytes in base64",
          "400 | Sec-WebSocket-Key: ! | request with Sec-WebSocket-Key \"!\", which is not 16 bytes in base64",
          "400 | Sec-WebSocket-Protocol: a, a | request with Sec-WebSocket-Protocol \"a, a\", where \"a\" stands twice",
          "400 | Sec-WebSocket-Protocol: a b | request with Sec-WebSocket-Protocol \"a b\", where \"a b\" is no token",
          "400 | Sec-WebSocket-Extensions: ; | request whose Sec-WebSocket-Extensions \";\" should have the name of an extension at index 0",
        })
    void aWrongHeader(int status, String field, String sentence) {
      assertRefused(status, sentence, "GET / HTTP/1.1", field);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
      "400, Host, request without Host",
      "400, Sec-WebSocket-Key, request without Sec-WebSocket-Key",
      "400, Sec-WebSocket-Version, request without Sec-WebSocket-Version",
      "400, Connection, 'request without Connection, where Upgrade belongs'",
      "426, Upgrade, 'request without Upgrade; this is for WebSockets, which Upgrade: websocket asks for'",
    })
    void aHeaderThatIsMissing(int status, String name, String sentence) {
      List<String> fields = fields();
      fields.removeIf(field -> field.startsWith(name + ":"));
      RequestRefusal refusal =
          assertThrows(RequestRefusal.class, () -> read("GET / HTTP/1.1", fields));
      assertEquals(status + " " + sentence, refusal.status() + " " + refusal.getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "Host: a",
          "Sec-WebSocket-Key: a",
          "Sec-WebSocket-Version: 13",
          "Origin: https://a.example"
        })
    void aHeaderInTwoFieldsThatMayStandInOne(String field) {
      String value = field.substring(field.indexOf(' ') + 1);
      assertRefused(
          400,
          "request with "
              + field.substring(0, field.indexOf(':'))
              + " in 2 fields: \""
              + value
              + ", "
              + value
              + "\"",
          "GET / HTTP/1.1",
          field,
          field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"414, 9000, 1", "431, 1, 70000"})
    void whatIsOverALimit(int status, int path, int value) {
      String line = "GET /" + "x".repeat(path) + " HTTP/1.1";
      RequestRefusal refusal =
          assertThrows(RequestRefusal.class, () -> read(line, fields("X: " + "y".repeat(value))));
      assertEquals(status, refusal.status());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "GET / HTTP/1.1 | 12 | 426 Upgrade Required;Upgrade: websocket;Sec-WebSocket-Version: 13;"
              + "Connection: Upgrade, close",
          "PUT / HTTP/1.1 | 13 | 405 Method Not Allowed;Allow: GET;Connection: close",
          "GET / HTTP/1.0 | 13 | 505 HTTP Version Not Supported;Connection: close",
          "GET * HTTP/1.1 | 13 | 400 Bad Request;Connection: close",
        })
    void inAnAnswerThatSaysWhy(String line, String version, String lines) {
      RequestRefusal refusal =
          assertThrows(
              RequestRefusal.class, () -> read(line, fields("Sec-WebSocket-Version: " + version)));
      String body = refusal.getMessage() + "\n";
      assertEquals(
          "HTTP/1.1 "
              + lines.replace(";", "\r\n")
              + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body,
          new String(refusal.encode(), UTF_8));
    }
  }

  @Nested
  class AndOurClient {
    private final Random random = new Random(6455);

    /** Both ends of one handshake over bytes; fails unless they agree on the same. */
    private Agreement shakeHands(
        String protocols, @Nullable DeflateOffer offer, ServerPolicy policy)
        throws RequestRefusal, HandshakeFailure {
      HandshakeRequest ours =
          new HandshakeRequest(
              "example.org:8080",
              "/feed?x=1",
              "xpcom4j",
              "https://example.org",
              Subprotocols.parse(protocols),
              offer,
              HandshakeKey.random(random));
      ByteBuf wire = Unpooled.wrappedBuffer(ours.encode());
      ClientRequest theirs = requireNonNull(new RequestReader(HeadLimits.DEFAULT).read(wire));
      assertEquals(
          new ClientRequest(
              ours.host(),
              ours.target(),
              ours.origin(),
              ours.protocols(),
              offer == null ? List.of() : List.of(offer),
              ours.key()),
          theirs);
      ServerAnswer answer = ServerAnswer.to(theirs, policy);
      ByteBuf back = Unpooled.wrappedBuffer(answer.encode());
      Agreement agreement = requireNonNull(new AnswerReader(ours, HeadLimits.DEFAULT).read(back));
      assertEquals(0, wire.readableBytes() + back.readableBytes());
      wire.release();
      back.release();
      assertEquals(answer.agreement(), agreement);
      return agreement;
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"'', ''", "'a', ''", "'', 'a'", "'a, b', 'b, a'", "'a', 'b'"})
    void agreeOnASubprotocol(String offered, String spoken) throws Exception {
      ServerPolicy policy = new ServerPolicy(Subprotocols.parse(spoken), null);
      String chosen = shakeHands(offered, null, policy).protocol();
      assertEquals(spoken.contains("b") && offered.contains("b") ? "b" : "", chosen);
    }

    @Test
    void agreeOnCompressionWhateverEachWants() throws Exception {
      int[] wishes = {0, 8, 9, 12, 15};
      int[] windows = {8, 10, 15};
      int handshakes = 0;
      for (int flags = 0; flags < 16; flags++) {
        for (int serverWish : wishes) {
          for (int clientWish : wishes) {
            DeflateOffer offer =
                new DeflateOffer((flags & 1) != 0, (flags & 2) != 0, serverWish, clientWish);
            for (int serverMost : windows) {
              for (int clientMost : windows) {
                DeflateParameters most =
                    new DeflateParameters(
                        (flags & 4) != 0, (flags & 8) != 0, serverMost, clientMost);
                assertBothGetWhatTheyWant(offer, most);
                handshakes++;
              }
            }
          }
        }
      }
      assertEquals(16 * 5 * 5 * 3 * 3, handshakes);
    }

    private void assertBothGetWhatTheyWant(DeflateOffer offer, DeflateParameters most)
        throws RequestRefusal, HandshakeFailure {
      DeflateParameters agreed =
          requireNonNull(
              shakeHands("", offer, new ServerPolicy(Subprotocols.NONE, most)).deflate());
      boolean isClientBound = offer.clientMaxWindowBits() != 0;
      assertTrue(agreed.serverNoContextTakeover() || !offer.serverNoContextTakeover());
      assertTrue(agreed.serverNoContextTakeover() || !most.serverNoContextTakeover());
      assertTrue(agreed.clientNoContextTakeover() || !most.clientNoContextTakeover());
      assertTrue(agreed.serverMaxWindowBits() <= most.serverMaxWindowBits());
      assertTrue(
          offer.serverMaxWindowBits() == 0
              || agreed.serverMaxWindowBits() <= offer.serverMaxWindowBits());
      assertTrue(!isClientBound || agreed.clientMaxWindowBits() <= most.clientMaxWindowBits());
      assertEquals(isClientBound ? agreed.clientMaxWindowBits() : 15, agreed.clientMaxWindowBits());
    }

    @Test
    void doWithoutCompressionWhereOneDoesNotWantIt() throws Exception {
      ServerPolicy deflating = new ServerPolicy(Subprotocols.NONE, DeflateParameters.DEFAULT);
      assertEquals(new Agreement("", null), shakeHands("", DeflateOffer.DEFAULT, PLAIN));
      assertEquals(new Agreement("", null), shakeHands("", null, deflating));
    }

    @Test
    void agreeOnWhatTheStandardShows() throws RequestRefusal {
      assertTrue(answer(PLAIN).contains("Sec-WebSocket-Accept: " + ACCEPT + "\r\n"));
    }
  }
}
