package org.xpcom4j.contract.host.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How payloads are shown")
class PayloadsTest {
  @Test
  void textStandsInQuotes() {
    assertEquals("\"Grüße 🙂\"", Payloads.describe("Grüße 🙂"));
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    assertEquals("\"\\u001b[2J\\r\\n\\t\\\"\\\\\"", Payloads.describe("\u001b[2J\r\n\t\"\\"));
  }

  @Test
  void longTextIsCutBetweenCodePoints() {
    String shown = Payloads.describe("🙂".repeat(83));
    assertEquals("\"" + "🙂".repeat(80) + "\" and 3 more characters", shown);
  }

  @Test
  void bytesAreCountedAndShownInHex() {
    assertEquals("3 bytes 00 ff 10", Payloads.describe(new byte[] {0, -1, 16}));
  }

  @Test
  void oneByteIsNoPlural() {
    assertEquals("1 byte 07", Payloads.describe(new byte[] {7}));
  }

  @Test
  void noBytesAreJustCounted() {
    assertEquals("0 bytes", Payloads.describe(new byte[0]));
  }

  @Test
  void onlyTheFirstSixteenBytesAreShown() {
    assertEquals("17 bytes" + " 00".repeat(16) + " …", Payloads.describe(new byte[17]));
  }
}
