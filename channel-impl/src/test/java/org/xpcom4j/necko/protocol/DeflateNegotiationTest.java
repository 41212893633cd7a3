package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("permessage-deflate")
class DeflateNegotiationTest {
  private static final DeflateOffer NO_LIMIT = new DeflateOffer(false, false, 0, 0);
  private static final DeflateOffer DEMANDING = new DeflateOffer(true, true, 12, 10);

  private static HandshakeRequest request(@Nullable DeflateOffer offer) {
    return new HandshakeRequest(
        "h", "/", "", "", Subprotocols.NONE, offer, new HandshakeKey("dGhlIHNhbXBsZSBub25jZQ=="));
  }

  private static @Nullable DeflateParameters answer(
      @Nullable DeflateOffer offer, String... extensions) throws HandshakeFailure {
    HandshakeRequest request = request(offer);
    List<HeaderFields.Field> fields =
        new ArrayList<>(
            List.of(
                new HeaderFields.Field("Upgrade", "websocket"),
                new HeaderFields.Field("Connection", "Upgrade"),
                new HeaderFields.Field("Sec-WebSocket-Accept", request.key().accept())));
    Stream.of(extensions)
        .map(value -> new HeaderFields.Field("Sec-WebSocket-Extensions", value))
        .forEach(fields::add);
    return HandshakeResponse.check(
            request, new ResponseHead("HTTP/1.1", 101, "", new HeaderFields(fields)))
        .deflate();
  }

  private static void assertRefused(@Nullable DeflateOffer offer, String words, String... values) {
    HandshakeFailure failure = assertThrows(HandshakeFailure.class, () -> answer(offer, values));
    assertEquals(NS_ERROR_ILLEGAL_VALUE, failure.result());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains(words), message);
  }

  @Nested
  class IsOffered {
    private static String header(@Nullable DeflateOffer offer) {
      return new String(request(offer).encode(), StandardCharsets.ISO_8859_1)
          .lines()
          .filter(line -> line.startsWith("Sec-WebSocket-Extensions"))
          .findFirst()
          .orElse("none");
    }

    @Test
    void withTheClientsWindowOpenToLimits() {
      assertEquals(
          "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
          header(DeflateOffer.DEFAULT));
    }

    @Test
    void withEveryParameter() {
      assertEquals(
          "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover;"
              + " server_no_context_takeover; client_max_window_bits=10; server_max_window_bits=12",
          header(DEMANDING));
    }

    @Test
    void withoutParameters() {
      assertEquals("Sec-WebSocket-Extensions: permessage-deflate", header(NO_LIMIT));
    }

    @Test
    void notAtAll() {
      assertEquals("none", header(null));
    }
  }

  @Nested
  class IsAgreedOnBy {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "permessage-deflate                                      | false | false | 15 | 15",
          "permessage-deflate; server_no_context_takeover          | true  | false | 15 | 15",
          "permessage-deflate; client_no_context_takeover          | false | true  | 15 | 15",
          "permessage-deflate;server_max_window_bits=8             | false | false |  8 | 15",
          "permessage-deflate; client_max_window_bits=15           | false | false | 15 | 15",
          "permessage-deflate; client_max_window_bits=8            | false | false | 15 |  8",
          "permessage-deflate; client_max_window_bits=\"9\"        | false | false | 15 |  9",
          "permessage-deflate ;\tserver_max_window_bits = 10       | false | false | 10 | 15",
          ", permessage-deflate ,,                                 | false | false | 15 | 15",
          "permessage-deflate; client_no_context_takeover; server_no_context_takeover;"
              + " client_max_window_bits=11; server_max_window_bits=14 | true | true | 14 | 11",
        })
    void anAnswer(String answer, boolean server, boolean client, int serverBits, int clientBits)
        throws HandshakeFailure {
      assertEquals(
          new DeflateParameters(server, client, serverBits, clientBits),
          answer(DeflateOffer.DEFAULT, answer));
    }

    @Test
    void anAnswerThatMeetsEveryWish() throws HandshakeFailure {
      assertEquals(
          new DeflateParameters(true, false, 9, 15),
          answer(
              DEMANDING,
              "permessage-deflate; server_no_context_takeover; server_max_window_bits=9"));
    }

    @Test
    void noAnswerWithoutIt() throws HandshakeFailure {
      assertNull(answer(DeflateOffer.DEFAULT));
      assertNull(answer(DeflateOffer.DEFAULT, ""));
      assertNull(answer(DeflateOffer.DEFAULT, " , "));
      assertNull(answer(null));
    }
  }

  @Nested
  class IsRefusedFor {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "server_no_context_takeover=1                                    | takes no value",
          "client_no_context_takeover=true                                 | takes no value",
          "server_max_window_bits                                          | needs a value",
          "client_max_window_bits                                          | needs a value",
          "server_max_window_bits=7                                        | not a number from 8",
          "server_max_window_bits=16                                       | not a number from 8",
          "client_max_window_bits=0                                        | not a number from 8",
          "client_max_window_bits=08                                       | not a number from 8",
          "client_max_window_bits=-9                                       | not a number from 8",
          "client_max_window_bits=9x                                       | not a number from 8",
          "client_max_window_bits=99999999999                              | not a number from 8",
          "server_no_context_takeover; server_no_context_takeover          | twice",
          "client_no_context_takeover; client_no_context_takeover          | twice",
          "server_max_window_bits=9; server_max_window_bits=9              | twice",
          "client_max_window_bits=9; client_max_window_bits=10             | twice",
          "max_window_bits=9                                               | does not have",
          "Server_No_Context_Takeover                                      | does not have",
          "x                                                               | does not have",
        })
    void aParameterThatIsWrong(String parameters, String words) {
      assertRefused(DeflateOffer.DEFAULT, words, "permessage-deflate; " + parameters);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "permessage-deflate;                        | the name of a parameter",
          "permessage-deflate; ; x                    | the name of a parameter",
          "permessage-deflate; =9                     | the name of a parameter",
          "permessage-deflate; server_max_window_bits= | a value",
          "permessage-deflate; server_max_window_bits=\"9 | the closing quote",
          "permessage-deflate; server_max_window_bits=\"\" | a token between the quotes",
          "permessage-deflate; server_max_window_bits=\"9 \" | a token between the quotes",
          "permessage-deflate x                       | index 19",
          "; permessage-deflate                       | the name of an extension",
          "\"permessage-deflate\"                     | the name of an extension",
        })
    void aHeaderThatIsNotWellFormed(String value, String words) {
      assertRefused(DeflateOffer.DEFAULT, words, value);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {"x-webkit-deflate-frame", "Permessage-Deflate", "permessage-deflate, other"})
    void anotherExtension(String value) {
      assertRefused(DeflateOffer.DEFAULT, "and only permessage-deflate was offered", value);
    }

    @Test
    void agreeingTwice() {
      assertRefused(DeflateOffer.DEFAULT, "twice", "permessage-deflate, permessage-deflate");
      assertRefused(
          DeflateOffer.DEFAULT, "in 2 fields", "permessage-deflate", "permessage-deflate");
    }

    @Test
    void agreeingToNoOffer() {
      assertRefused(null, "none was offered", "permessage-deflate");
    }

    @Test
    void aClientWindowThatWasNotOffered() {
      assertRefused(NO_LIMIT, "none was offered", "permessage-deflate; client_max_window_bits=15");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "server_max_window_bits=12                              | server_no_context_takeover was",
          "server_no_context_takeover                             | at most 12 was asked for",
          "server_no_context_takeover; server_max_window_bits=13  | at most 12 was asked for",
        })
    void aWishThatIsNotMet(String parameters, String words) {
      assertRefused(DEMANDING, words, "permessage-deflate; " + parameters);
    }
  }
}
