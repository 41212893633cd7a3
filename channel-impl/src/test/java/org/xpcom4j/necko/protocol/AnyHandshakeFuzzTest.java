package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever one end of the opening handshake says")
class AnyHandshakeFuzzTest {
  private static final HandshakeRequest OURS =
      new HandshakeRequest(
          "example.org",
          "/",
          "x",
          "",
          Subprotocols.parse("a, b"),
          DeflateOffer.DEFAULT,
          new HandshakeKey("dGhlIHNhbXBsZSBub25jZQ=="));

  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#handshakes")
  @FuzzTest(maxDuration = "5m")
  void itIsRefusedWithAReasonOrAgreedOnByBoth(byte[] input) throws MalformedHead, HandshakeFailure {
    if (input.length == 0) {
      return;
    }
    String text = new String(input, 1, input.length - 1, ISO_8859_1);
    if ((input[0] & 1) != 0) {
      request(text, input[0] >> 1);
    } else {
      answer(text);
    }
  }

  private static void request(String text, int choice) throws MalformedHead, HandshakeFailure {
    ByteBuf in = Unpooled.copiedBuffer(text, ISO_8859_1);
    try {
      ClientRequest request = new RequestReader(HeadLimits.DEFAULT).read(in);
      if (request != null) {
        assertAgreed(request, choice);
      }
    } catch (RequestRefusal refusal) {
      assertPrintable(refusal.sentence());
      ResponseHead head =
          requireNonNull(
              HeadReader.ofResponses(HeadLimits.DEFAULT)
                  .read(in.clear().writeBytes(refusal.encode())));
      assertEquals(refusal.status(), head.status());
      assertEquals(refusal.sentence().getBytes(UTF_8).length + 1, in.readableBytes());
    } finally {
      in.release();
    }
  }

  /** A client that asks for the same agrees to what our server answers. */
  private static void assertAgreed(ClientRequest request, int choice) throws HandshakeFailure {
    DeflateParameters most =
        new DeflateParameters(
            (choice & 1) != 0, (choice & 2) != 0, 8 + (choice >> 2 & 7), 8 + (choice & 7));
    DeflateOffer offer = request.deflateOffers().isEmpty() ? null : request.deflateOffers().get(0);
    ServerAnswer answer =
        ServerAnswer.to(request, new ServerPolicy(Subprotocols.parse("b, a"), most));
    HandshakeRequest same =
        new HandshakeRequest(
            request.host(),
            request.target(),
            "x",
            request.origin(),
            request.protocols(),
            offer,
            request.key());
    assertEquals(answer.agreement(), read(same, answer.encode()));
  }

  private static void answer(String text) {
    try {
      Agreement agreement = read(OURS, text.getBytes(ISO_8859_1));
      if (agreement != null) {
        assertTrue(text.contains(OURS.key().accept()), text);
        assertTrue("a b".contains(agreement.protocol()), text);
      }
    } catch (HandshakeFailure e) {
      assertPrintable(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Agreement read(HandshakeRequest request, byte[] answer)
      throws HandshakeFailure {
    ByteBuf in = Unpooled.wrappedBuffer(answer);
    try {
      return new AnswerReader(request, HeadLimits.DEFAULT).read(in);
    } finally {
      in.release();
    }
  }

  private static void assertPrintable(String sentence) {
    assertTrue(
        !sentence.isEmpty() && sentence.chars().allMatch(c -> c >= ' ' && (c < 0x7F || c >= 0xA0)),
        sentence);
  }
}
