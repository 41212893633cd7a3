package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("compressed messages from the peer, however they are cut,")
class InflateTest {
  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static final DeflateParameters EACH_ALONE = new DeflateParameters(true, true, 15, 15);

  private final Splits client = new Splits(Role.CLIENT, 1 << 20, DeflateParameters.DEFAULT);
  private final Splits small = new Splits(Role.CLIENT, 10, DeflateParameters.DEFAULT);

  private static String hello(String prefix) {
    return prefix + "F248CDC9C90700";
  }

  private static void assertViolation(
      Splits splits, String result, int closeCode, String words, String hex) {
    List<String> lines = splits.decode(hex);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith(result + " " + closeCode + ": "), lines::toString);
    assertTrue(lines.get(0).contains(words), lines::toString);
  }

  @Nested
  @DisplayName("give what RFC 7692, section 7.2.3, says")
  class GiveWhatTheStandardSays {
    @Test
    void forOneFrame() {
      assertEquals(List.of("text Hello (5)"), client.decode(hello("C107")));
    }

    @Test
    void forFragments() {
      assertEquals(List.of("text Hello (5)"), client.decode("4103 F248CD 8004 C9C90700"));
    }

    @Test
    void withAPingBetweenThem() {
      assertEquals(
          List.of("ping 78", "text Hello (5)"), client.decode("4103 F248CD 8901 78 8004 C9C90700"));
    }

    @Test
    void forAContextThatIsTakenOver() {
      assertEquals(
          List.of("text Hello (5)", "text Hello (5)"),
          client.decode(hello("C107") + "C105 F200110000"));
    }

    @Test
    void forABlockThatIsNotCompressed() {
      assertEquals(List.of("text Hello (5)"), client.decode("C10B 000500FAFF48656C6C6F00"));
    }

    @Test
    void forABlockThatSaysItIsTheLast() {
      assertEquals(List.of("text Hello (5)"), client.decode("C108 F348CDC9C9070000"));
    }

    @Test
    void forTwoBlocks() {
      assertEquals(List.of("text Hello (5)"), client.decode("C10D F2480500 0000FFFF CAC9C90700"));
    }
  }

  @Nested
  class Give {
    @Test
    void theSameWhenTheLastBlockIsNotFollowedByAnEmptyOne() {
      assertEquals(
          List.of("text Hello (5)", "text Hello (5)"),
          client.decode("C107 F348CDC9C90700" + hello("C107")));
    }

    @Test
    void whatFollowsABlockThatSaysItIsTheLast() {
      assertEquals(List.of("text HelloHello (10)"), client.decode(hello("C10E F348CDC9C90700")));
    }

    @Test
    void anEmptyMessageForAnEmptyBlock() {
      assertEquals(List.of("text  (0)", "binary "), client.decode("C101 00 C201 00"));
    }

    @Test
    void anEmptyMessageForNoPayload() {
      assertEquals(List.of("text  (0)", "text Hello (5)"), client.decode("C100" + hello("C107")));
    }

    @Test
    void plainMessagesBetweenThem() {
      assertEquals(
          List.of("text Hello (5)", "text a (1)", "text Hello (5)"),
          client.decode(hello("C107") + "8101 61 C105 F200110000"));
    }

    @Test
    void eachByItselfWhereTheServerKeepsNoContext() {
      Splits alone = new Splits(Role.CLIENT, 1 << 20, EACH_ALONE);
      assertEquals(
          List.of("text Hello (5)", "text Hello (5)"), alone.decode(hello("C107") + hello("C107")));
    }
  }

  @Nested
  class BreakTheProtocolWith {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "4103 F248CD C004 C9C90700, not begin a message",
      "C900, not begin a message",
      "C800, not begin a message",
      "CA00, not begin a message",
      "A100, reserved bit 2",
      "9100, reserved bit 3",
      "E100, reserved bit 2",
      "D100, reserved bit 3"
    })
    void reservedBits(String hex, String words) {
      List<String> lines = client.decode(hex);
      String last = lines.get(lines.size() - 1);
      assertTrue(last.startsWith("NS_ERROR_ILLEGAL_VALUE 1002: "), last);
      assertTrue(last.contains(words), last);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C101 07", "C205 0001000000", "C203 FFFFFF", "C105 F200110000"})
    void dataThatCannotBeInflated(String hex) {
      assertViolation(client, "NS_ERROR_INVALID_CONTENT_ENCODING", 1007, "cannot be inflated", hex);
    }

    @Test
    void aReferenceToAContextThatIsNotKept() {
      Splits alone = new Splits(Role.CLIENT, 1 << 20, EACH_ALONE);
      List<String> lines = alone.decode(hello("C107") + "C105 F200110000");
      assertEquals("text Hello (5)", lines.get(0));
      assertTrue(
          lines.get(1).startsWith("NS_ERROR_INVALID_CONTENT_ENCODING 1007"), lines::toString);
    }

    @Test
    void whatIsNotUtf8BeforeItCannotBeInflated() {
      assertViolation(
          client, "NS_ERROR_CANNOT_CONVERT_DATA", 1007, "is not UTF-8", "C108 000200FDFF C328 FF");
    }

    @Test
    void whatIsNotUtf8OnceItIsInflated() {
      assertViolation(
          client,
          "NS_ERROR_CANNOT_CONVERT_DATA",
          1007,
          "is not UTF-8",
          "4107 000200FDFF C3 28"); // found before the message ends
      assertViolation(
          client, "NS_ERROR_CANNOT_CONVERT_DATA", 1007, "the end", "C107 000100FEFF C3 00");
    }
  }

  @Nested
  class MayNotExceedTheLimit {
    @Test
    void onceTheyAreInflated() {
      assertEquals(List.of("binary " + "00".repeat(10)), small.decode(message(10)));
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", message(11));
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", message(100_000));
    }

    @Test
    void alsoWhenWhatFollowsTheByteTooManyCannotBeInflated() {
      String stored = "000B00F4FF" + "00".repeat(11);
      String badBlock = "07";
      assertViolation(
          small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", header(17) + stored + badBlock);
    }

    @Test
    void asSoonAsAHeaderPromisesMoreThanCouldBecomeOfIt() {
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "C27F 7FFFFFFFFFFFFFFF");
      assertViolation(small, "NS_ERROR_FILE_TOO_BIG", 1009, "10 bytes", "C27E 0800");
    }

    @Test
    void andABombIsRefusedAtTheLimitNotAfterIt() throws ProtocolViolation {
      byte[] bomb = deflated(1 << 28);
      Transcript heard = new Transcript();
      ZlibPool pool = new ZlibPool(1);
      int limit = 1 << 16;
      MessageDecoder decoder =
          new MessageDecoder(
              Role.CLIENT, limit, new Deflate(DeflateParameters.DEFAULT, 0, pool), heard);
      ByteBuf frame = Unpooled.buffer();
      frame.writeByte(0x42).writeByte(127).writeLong(70_000).writeBytes(bomb, 0, 70_000);
      int fed = 0;
      try {
        while (frame.isReadable()) {
          decoder.read(frame.readSlice(Math.min(10, frame.readableBytes())));
          fed += 10;
        }
      } catch (ProtocolViolation e) {
        heard.violation(e);
      }
      frame.release();
      assertTrue(heard.lines().get(0).startsWith("NS_ERROR_FILE_TOO_BIG 1009"));
      assertTrue(fed < 200, "64 KiB come out of less than 100 bytes; " + fed + " were taken");
      decoder.close();
      pool.close();
      assertEquals(0, pool.live());
    }

    private static String message(int zeros) {
      byte[] payload = deflated(zeros);
      return header(payload.length) + HexFormat.of().formatHex(payload);
    }

    private static String header(int length) {
      return length < 126 ? String.format("C2%02X", length) : String.format("C27E%04X", length);
    }

    private static byte[] deflated(int zeros) {
      Deflater deflater = new Deflater(9, true);
      deflater.setInput(new byte[zeros]);
      byte[] out = new byte[zeros / 500 + 100];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      deflater.end();
      return Arrays.copyOf(out, length - 4);
    }
  }
}
