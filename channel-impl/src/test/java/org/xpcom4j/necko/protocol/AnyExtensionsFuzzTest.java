package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever Sec-WebSocket-Extensions says")
class AnyExtensionsFuzzTest {
  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#extensions")
  @FuzzTest(maxDuration = "5m")
  void itIsReadOrRefusedInOnePrintableLine(byte[] input) {
    try {
      for (Extension extension : Extension.parse(List.of(new String(input, ISO_8859_1)))) {
        DeflateOffer offer = DeflateOffer.parse(extension);
        DeflateParameters accepted = offer.accepted(DeflateParameters.DEFAULT);
        Extension answer = Extension.parse(List.of(offer.answer(accepted))).get(0);
        assertEquals(accepted, DeflateParameters.parseAnswer(answer, offer));
        Extension again = Extension.parse(List.of(offer.headerValue())).get(0);
        assertEquals(offer, DeflateOffer.parse(again));
      }
    } catch (HandshakeFailure refused) {
      assertEquals(NS_ERROR_ILLEGAL_VALUE, refused.result());
      String words = String.valueOf(refused.getMessage());
      assertTrue(words.chars().allMatch(c -> c >= ' ' && (c < 0x7F || c >= 0xA0)), words);
    }
  }
}
