package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("frames from the peer, however they are cut,")
class MessageDecoderTest {
  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private final Splits client = Splits.ofClient();

  private void assertViolation(String result, int closeCode, String words, String hex) {
    assertViolation(client, result, closeCode, words, hex);
  }

  private static void assertViolation(
      Splits splits, String result, int closeCode, String words, String hex) {
    List<String> lines = splits.decode(hex);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith(result + " " + closeCode + ": "), lines::toString);
    assertTrue(lines.get(0).contains(words), lines::toString);
  }

  @Nested
  class Give {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "8100                      | text  (0)",
          "8103 616263               | text abc (3)",
          "8104 C3A4C3B6             | text äö (4)",
          "8104 F09F8E88             | text 🎈 (4)",
          "8103 EFBFBE               | text \uFFFE (3)",
          "8200                      | 'binary '",
          "8203 00FF10               | binary 00ff10",
          "8900                      | 'ping '",
          "8902 6869                 | ping 6869",
          "8A00                      | pong",
          "8A02 6869                 | pong",
          "8800                      | 'close 1005 '",
          "8802 03E8                 | 'close 1000 '",
          "8804 03E8 6F6B            | close 1000 ok",
          "8804 0FA0 C3A4            | close 4000 ä",
        })
    void oneMessageForOneFrame(String hex, String line) {
      assertEquals(List.of(line), client.decode(hex));
    }

    @Test
    void whatTheySayInOrder() {
      assertEquals(
          List.of("text a (1)", "ping 78", "binary 01", "pong", "close 1001 "),
          client.decode("8101 61 8901 78 8201 01 8A00 8802 03E9"));
    }

    @Test
    void oneMessageForItsFragmentsWithControlFramesBetweenThem() {
      assertEquals(
          List.of("ping ", "pong", "text abc (3)", "text d (1)"),
          client.decode("0101 61 8900 0001 62 8A00 8001 63 8101 64"));
    }

    @Test
    void aCharacterWhoseBytesLieInSeveralFragments() {
      assertEquals(List.of("text 🎈 (4)"), client.decode("0101 F0 0000 0002 9F8E 8001 88"));
    }

    @Test
    void anEmptyMessageInSeveralFragments() {
      assertEquals(List.of("binary "), client.decode("0200 0000 8000"));
      assertEquals(List.of("text  (0)"), client.decode("0100 8000"));
    }

    @Test
    void nothingAfterAClose() {
      assertEquals(List.of("close 1000 "), client.decode("8802 03E8 8101 61 FFFF"));
    }

    @Test
    void nothingOfAnUnfinishedMessageWhenACloseComes() {
      assertEquals(List.of("close 1005 "), client.decode("0101 61 8800"));
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"125, 827D", "126, 827E007E", "65535, 827EFFFF", "65536, 827F0000000000010000"})
    void aMessageWithTheLengthInEachOfItsForms(int length, String header) {
      Transcript transcript = new Transcript();
      HeaderCuts.decode(Role.CLIENT, length, header, "5A".repeat(length), transcript);
      assertEquals(List.of("binary " + "5a".repeat(length)), transcript.lines());
    }
  }

  @Nested
  class BreakTheProtocolWith {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C100", "A100", "9100", "F100", "C900"})
    void reservedBits(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "reserved bit", hex);
    }

    @ParameterizedTest(name = "opcode {0}")
    @ValueSource(ints = {3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF})
    void reservedOpcodes(int opcode) {
      assertViolation(
          "NS_ERROR_ILLEGAL_VALUE",
          1002,
          "reserved opcode " + opcode,
          String.format("8%X00", opcode));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0800", "0900", "0A00", "0901 78"})
    void fragmentedControlFrames(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "fragmented control frame", hex);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"887E007E", "897E007E", "8A7F0000000000010000"})
    void largeControlFrames(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "125 is the most", hex);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "827E0000",
          "827E007D",
          "827F0000000000000000",
          "827F000000000000FFFF",
          "897E0001"
        })
    void lengthsInALongerFormThanTheyNeed(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "longer form", hex);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"827F8000000000000000", "827FFFFFFFFFFFFFFFFF"})
    void lengthsWithTheHighestBit(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "highest bit", hex);
    }

    @Test
    void aMaskFromAServer() {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "masked frame", "8181 01020304 60");
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "masked frame", "8180");
    }

    @Test
    void aContinuationOfNothing() {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "without a message", "8001 61");
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "without a message", "0000");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0101 61 8101 62", "0100 8100", "0200 0200", "0100 8200"})
    void aNewMessageInTheMiddleOfOne(String hex) {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "new message", hex);
    }

    @Test
    void aCloseOfOneByte() {
      assertViolation("NS_ERROR_ILLEGAL_VALUE", 1002, "payload of 1 byte", "8801 03");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
    void aCloseCodeThatMayNotBeSent(int code) {
      assertViolation(
          "NS_ERROR_ILLEGAL_VALUE", 1002, "code " + code, String.format("8802%04X", code));
    }
  }

  @Nested
  class MayNotExceedTheLimit {
    private final Splits small = new Splits(Role.CLIENT, 10);

    @Test
    void asSoonAsAHeaderSaysSo() {
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "820B");
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "810B 61");
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "827F 7FFFFFFFFFFFFFFF 00");
    }

    @Test
    void withAllFragmentsTogether() {
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "0206 010203040506 0005");
      assertEquals(
          List.of("binary 01020304050607080910"), small.decode("0206 010203040506 8004 07080910"));
    }

    @Test
    void butControlFramesAreNoMessages() {
      assertEquals(
          List.of("ping 0102030405060708091011"), small.decode("890B 0102030405060708091011"));
    }

    @Test
    void evenWhereTheyCouldHoldTwoGigabytes() {
      Splits large = new Splits(Role.CLIENT, Integer.MAX_VALUE);
      assertViolation(large, "NS_ERROR_FILE_TOO_BIG", 1009, "", "827F 0000000080000000");
      assertEquals(
          List.of(), large.decode("827F 000000007FFFFFFF 00"), "nothing yet, and no memory");
    }
  }

  @Nested
  class AtAServer {
    private final Splits server = new Splits(Role.SERVER, 1 << 20);

    @Test
    void areUnmasked() {
      assertEquals(
          List.of("text Hello (5)", "ping 41"),
          server.decode("8185 37FA213D 7F9F4D5158 8981 01000000 40"));
    }

    @Test
    void mustBeMasked() {
      assertViolation(server, "NS_ERROR_ILLEGAL_VALUE", 1002, "without a mask", "8101 61");
    }

    @Test
    void keepTheirMaskInStepOverLongPayloads() {
      String hex = "0102030405060708090A0B0C0D0E0F101112131415";
      assertEquals(
          List.of("binary " + hex.toLowerCase(Locale.ROOT)), server.decode("8295 00000000" + hex));
      assertEquals(
          List.of("binary " + "00".repeat(21)),
          server.decode("8295 0A0B0C0D" + "0A0B0C0D".repeat(5) + "0A"));
    }
  }
}
