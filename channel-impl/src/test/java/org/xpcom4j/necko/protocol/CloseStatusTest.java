package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.XpcomException;

@DisplayName("close(code, reason)")
class CloseStatusTest {
  private static void assertRefused(int code, String reason) {
    XpcomException refusal =
        assertThrows(XpcomException.class, () -> CloseStatus.toSend(code, reason));
    assertEquals(NS_ERROR_INVALID_ARG, refusal.result());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1014, 3000, 4999})
  void sendsTheCodeAsGiven(int code) {
    assertEquals(new CloseStatus(code, "why"), CloseStatus.toSend(code, "why"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {-1, 1, 999, 1005, 1006, 1015, 1016, 2999, 5000, 65535, 65536 + 1000})
  void refusesACodeThatMayNotBeSent(int code) {
    assertRefused(code, "");
  }

  @Test
  void sends1004As1009() {
    assertEquals(new CloseStatus(1009, "big"), CloseStatus.toSend(1004, "big"));
  }

  @Test
  void sendsNoCodeFor0AndThenNoReasonEither() {
    assertEquals(CloseStatus.NONE, CloseStatus.toSend(0, ""));
    assertEquals(0, CloseStatus.NONE.payload().length);
    assertRefused(0, "why");
  }

  @ParameterizedTest(name = "{0} times {1}")
  @CsvSource({"123, a", "61, ä", "41, €", "30, 🎈", "41, \uD83C"})
  void takesAReasonUpTo123BytesOfUtf8(int times, String unit) {
    String longest = unit.repeat(times);
    CloseStatus.toSend(1000, longest);
    assertRefused(1000, longest + unit);
  }

  @Test
  void writesTheCodeBeforeTheReason() {
    assertArrayEquals(
        new byte[] {0x0B, (byte) 0xB8, (byte) 0xC3, (byte) 0xA4},
        CloseStatus.toSend(3000, "ä").payload());
  }
}
