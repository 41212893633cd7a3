package org.xpcom4j.contract.kit.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Compressed messages")
class CompressionTest {
  private static final Octets FAR = Octets.utf8(farRepetition());

  @ParameterizedTest(name = "window of {0} bits")
  @ValueSource(ints = {8, 9, 12, 15})
  void comeBackAndStayInsideTheirWindow(int bits) throws BrokenRule {
    try (MessageDeflater deflater = new MessageDeflater(bits, false);
        MessageInflater inflater = new MessageInflater(bits, false)) {
      assertEquals(FAR, inflater.inflate(deflater.deflate(FAR)));
      assertEquals(Octets.EMPTY, inflater.inflate(deflater.deflate(Octets.EMPTY)));
      assertEquals(FAR, inflater.inflate(deflater.deflate(FAR)));
    }
  }

  @ParameterizedTest(name = "window of {0} bits")
  @ValueSource(ints = {8, 9, 12})
  void thatReachOutOfTheWindowBreakARule(int bits) {
    try (MessageDeflater wide = new MessageDeflater(15, false);
        MessageInflater narrow = new MessageInflater(bits, false)) {
      Octets reachingBack = wide.deflate(FAR);

      BrokenRule broken = assertThrows(BrokenRule.class, () -> narrow.inflate(reachingBack));

      assertTrue(String.valueOf(broken.getMessage()).startsWith("a reference "), broken::toString);
    }
  }

  @Test
  void ofTheRfcAreUnderstood() throws BrokenRule {
    try (MessageInflater inflater = new MessageInflater(9, false)) {
      assertEquals(Octets.utf8("Hello"), inflater.inflate(Octets.hex("f2 48 cd c9 c9 07 00")));
      assertEquals(Octets.utf8("Hello"), inflater.inflate(Octets.hex("f2 00 11 00 00")));
    }
  }

  /** Numbers that do not repeat, and then the first ones again, more than 4 KiB behind. */
  private static String farRepetition() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append(Integer.toHexString(i * 0x9E3779B1)).append(' ');
    }
    return text + text.substring(0, 100);
  }
}
