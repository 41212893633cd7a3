package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.XpcomException;

@DisplayName("the opening handshake")
class OpeningHandshakeTest {
  /** The key and the answer of RFC 6455, section 1.3. */
  private static final HandshakeKey KEY = new HandshakeKey("dGhlIHNhbXBsZSBub25jZQ==");

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static HandshakeRequest request(String origin, String protocols) {
    return new HandshakeRequest(
        "example.org:8080",
        "/feed?x=1",
        "xpcom4j",
        origin,
        Subprotocols.parse(protocols),
        null,
        KEY);
  }

  @Nested
  class Asks {
    @Test
    void withTheseHeadersInThisOrder() {
      assertEquals(
          """
          GET /feed?x=1 HTTP/1.1
          Host: example.org:8080
          User-Agent: xpcom4j
          Accept: */*
          Sec-WebSocket-Version: 13
          Origin: https://example.org
          Sec-WebSocket-Protocol: chat, superchat
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          Connection: keep-alive, Upgrade
          Pragma: no-cache
          Cache-Control: no-cache
          Upgrade: websocket

          """
              .replace("\n", "\r\n"),
          text(request("https://example.org", "chat,superchat")));
    }

    @Test
    void withoutHeadersThatWouldBeEmpty() {
      String head = text(request("", ""));
      assertTrue(!head.contains("Origin") && !head.contains("Protocol"), head);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {"a\r\nX: y", "a\nb", "a\rb", "a\0b", "\u0100", " a", "a ", "a\u007F", "\r\n"})
    void neverWithAValueThatIsNone(String value) {
      assertIllegal(() -> request(value, ""));
      assertIllegal(() -> new HandshakeRequest(value, "/", "x", "", Subprotocols.NONE, null, KEY));
      assertIllegal(
          () -> new HandshakeRequest("h", "/" + value, "x", "", Subprotocols.NONE, null, KEY));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "feed", "/a b", "/ä", "/a#\n"})
    void neverForATargetThatIsNone(String target) {
      assertIllegal(() -> new HandshakeRequest("h", target, "x", "", Subprotocols.NONE, null, KEY));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {",", "a,", "a,,b", "a b", "a, a", "a;b", "\"a\"", "a\r\nX: y", "ä", " "})
    void neverForSubprotocolsThatAreNone(String list) {
      assertIllegal(() -> Subprotocols.parse(list));
    }

    @Test
    void withAFreshKeyOf16Bytes() {
      Random random = new Random(5);
      HandshakeKey first = HandshakeKey.random(random);
      assertEquals(24, first.text().length());
      assertTrue(!first.equals(HandshakeKey.random(random)));
    }

    private String text(HandshakeRequest request) {
      return new String(request.encode(), ISO_8859_1);
    }

    private void assertIllegal(Executable call) {
      assertEquals(NS_ERROR_ILLEGAL_VALUE, assertThrows(XpcomException.class, call).result());
    }
  }

  @Nested
  class Accepts {
    private static Agreement check(String protocols, String... fields) throws HandshakeFailure {
      return HandshakeResponse.check(
          request("", protocols), head("HTTP/1.1", 101, "Switching Protocols", fields));
    }

    @Test
    void theAnswerOfTheStandard() throws HandshakeFailure {
      assertEquals(
          new Agreement("chat", null),
          check(
              "chat, superchat",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Accept: " + ACCEPT,
              "Sec-WebSocket-Protocol: chat"));
    }

    @Test
    void namesAndTokensInAnyCaseAndAmongOthers() throws HandshakeFailure {
      assertEquals(
          new Agreement("", null),
          check(
              "chat",
              "UPGRADE: h2c, WebSocket",
              "connection: keep-alive",
              "connection: UPGRADE,\tx",
              "sec-websocket-accept: " + ACCEPT,
              "Server: anything, else"));
    }

    @Test
    void emptyHeadersAsNone() throws HandshakeFailure {
      assertEquals(
          new Agreement("", null),
          check(
              "",
              "Upgrade: websocket",
              "Connection: upgrade",
              "Sec-WebSocket-Accept: " + ACCEPT,
              "Sec-WebSocket-Protocol: ",
              "Sec-WebSocket-Extensions: "));
    }

    @Test
    void aLengthOfNothing() throws HandshakeFailure {
      assertEquals(
          new Agreement("", null),
          check(
              "",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Accept: " + ACCEPT,
              "Content-Length: 0"));
    }
  }

  @Nested
  class Refuses {
    private static void assertRefused(long result, String words, ResponseHead head) {
      HandshakeFailure failure =
          assertThrows(
              HandshakeFailure.class,
              () -> HandshakeResponse.check(request("", "chat, superchat"), head));
      assertEquals(result, failure.result());
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains(words), message);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {100, 200, 204, 301, 401, 403, 407, 426, 500, 999})
    void anyStatusBut101(int status) {
      assertRefused(
          NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
          "answered " + status,
          head("HTTP/1.1", status, "", "Upgrade: websocket"));
    }

    @Test
    void foreignWordsOnlyEscaped() {
      assertRefused(
          NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
          "403 \"no\\u001B[31m\"",
          head("HTTP/1.1", 403, "no\u001B[31m"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HTTP/0.9", "HTTP/1.0", "HTTP/2.0"})
    void aProtocolVersionThatHasNoUpgrade(String version) {
      assertRefused(NS_ERROR_ILLEGAL_VALUE, version, head(version, 101, "", good()));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
        delimiter = '|',
        nullValues = "-",
        value = {
          "Upgrade                | -                       | without Upgrade",
          "Upgrade                | h2c                     | Upgrade is \"h2c\"",
          "Upgrade                | websockets              | Upgrade is",
          "Connection             | -                       | without Connection",
          "Connection             | keep-alive              | Connection is \"keep-alive\"",
          "Sec-WebSocket-Accept   | -                       | without Sec-WebSocket-Accept",
          "Sec-WebSocket-Accept   | S3pPLMBiTxaQ9kYGzzhZRbK+xOo= | not s3pP",
          "Sec-WebSocket-Accept   | ''                      | not s3pP",
          "Sec-WebSocket-Protocol | other                   | none of chat, superchat",
          "Sec-WebSocket-Protocol | Chat                    | none of chat, superchat",
          "Sec-WebSocket-Protocol | 'chat, superchat'       | none of chat, superchat",
          "Sec-WebSocket-Extensions | permessage-deflate    | none was offered",
        })
    void aWrongHeader(String name, String value, String words) {
      List<String> fields = new ArrayList<>(List.of(good()));
      fields.removeIf(field -> field.startsWith(name + ":"));
      if (value != null) {
        fields.add(name + ": " + value);
      }
      assertRefused(
          NS_ERROR_ILLEGAL_VALUE, words, head("HTTP/1.1", 101, "", fields.toArray(new String[0])));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {"Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"})
    void aHeaderInTwoFieldsThatMayStandInOne(String name) {
      List<String> fields = new ArrayList<>(List.of(good()));
      fields.removeIf(field -> field.startsWith(name + ":"));
      fields.add(name + ": " + (name.endsWith("Accept") ? ACCEPT : "chat"));
      fields.add(name + ": " + (name.endsWith("Accept") ? ACCEPT : ""));
      assertRefused(
          NS_ERROR_ILLEGAL_VALUE,
          "101 answer with " + name + " in 2 fields: ",
          head("HTTP/1.1", 101, "", fields.toArray(new String[0])));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {"Content-Length: 00", "content-length: 5", "Transfer-Encoding: chunked"})
    void aBody(String field) {
      List<String> fields = new ArrayList<>(List.of(good()));
      fields.add(field);
      assertRefused(
          NS_ERROR_ILLEGAL_VALUE,
          "where no body may follow",
          head("HTTP/1.1", 101, "", fields.toArray(new String[0])));
    }

    private static String[] good() {
      return new String[] {
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Accept: " + ACCEPT,
        "Sec-WebSocket-Protocol: chat"
      };
    }
  }

  private static ResponseHead head(String version, int status, String reason, String... lines) {
    List<HeaderFields.Field> fields = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      fields.add(new HeaderFields.Field(line.substring(0, colon), line.substring(colon + 2)));
    }
    return new ResponseHead(version, status, reason, new HeaderFields(fields));
  }
}
