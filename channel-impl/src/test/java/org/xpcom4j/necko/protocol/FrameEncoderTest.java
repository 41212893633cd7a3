package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.XpcomException;

@DisplayName("frames to the peer")
class FrameEncoderTest {
  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static final int ANY_SIZE = Integer.MAX_VALUE;

  private final FrameEncoder client =
      new FrameEncoder(Role.CLIENT, new MaskKeys(new Random(3)), null);
  private final FrameEncoder server =
      new FrameEncoder(Role.SERVER, new MaskKeys(new Random(3)), null);

  private static ByteBuf encode(FrameEncoder encoder, OutgoingFrame frame) {
    ByteBuf all = Unpooled.buffer();
    ByteBuf piece = Unpooled.buffer();
    encoder.begin(frame, piece);
    while (true) {
      assertTrue(piece.readableBytes() <= 3 * FrameEncoder.PIECE_BYTES + 14, "pieces stay small");
      all.writeBytes(piece);
      if (!encoder.isBusy()) {
        piece.release();
        return all;
      }
      encoder.goOn(piece.clear());
    }
  }

  private String hex(OutgoingFrame frame) {
    ByteBuf encoded = encode(server, frame);
    try {
      return ByteBufUtil.hexDump(encoded);
    } finally {
      encoded.release();
    }
  }

  private List<String> roundTrip(OutgoingFrame frame) throws ProtocolViolation {
    Transcript transcript = new Transcript();
    ByteBuf encoded = encode(client, frame);
    new MessageDecoder(Role.SERVER, ANY_SIZE, null, transcript).read(encoded);
    encoded.release();
    return transcript.lines();
  }

  @Nested
  class HaveTheShortestHeader {
    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({
      "0, 8200",
      "125, 827d",
      "126, 827e007e",
      "65535, 827effff",
      "65536, 827f0000000000010000"
    })
    void forTheirLength(int length, String header) {
      String hex = hex(OutgoingFrame.binary(new byte[length], ANY_SIZE));
      assertEquals(header, hex.substring(0, header.length()));
      assertEquals(header.length() + 2 * length, hex.length());
    }
  }

  @Test
  void ofEachKindLookAsTheyShould() {
    assertEquals("8103616263", hex(OutgoingFrame.text("abc", ANY_SIZE)));
    assertEquals("8203010203", hex(OutgoingFrame.binary(new byte[] {1, 2, 3}, ANY_SIZE)));
    assertEquals("8a0178", hex(OutgoingFrame.pong(new byte[] {'x'})));
    assertEquals("8800", hex(OutgoingFrame.close(CloseStatus.NONE)));
    assertEquals("880503e8c3a421", hex(OutgoingFrame.close(new CloseStatus(1000, "ä!"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a\uD83Cb, 8105 61EFBFBD62",
    "\uDF88, 8103 EFBFBD",
    "\uD83C\uD83C\uDF88, 8107 EFBFBDF09F8E88",
    "\uD83C\uDF88\uDF88, 8107 F09F8E88EFBFBD",
    "x\uD83C, 8104 78EFBFBD"
  })
  void carryLoneSurrogatesAsReplacementCharacters(String text, String hex) {
    assertEquals(
        hex.replace(" ", "").toLowerCase(Locale.ROOT), hex(OutgoingFrame.text(text, ANY_SIZE)));
  }

  @Nested
  class OfAClient {
    @Test
    void areMaskedWithAFreshKeyEach() {
      ByteBuf first = encode(client, OutgoingFrame.text("abcd", ANY_SIZE));
      ByteBuf second = encode(client, OutgoingFrame.text("abcd", ANY_SIZE));
      assertEquals(0x84, first.getUnsignedByte(1));
      assertNotEquals(first.getInt(2), second.getInt(2));
      assertEquals(0x61626364, first.getInt(2) ^ first.getInt(6));
      assertEquals(0x61626364, second.getInt(2) ^ second.getInt(6));
      first.release();
      second.release();
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 32767, 32768, 32769, 65536, 100_003})
    void carryBytesOfEverySize(int length) throws ProtocolViolation {
      byte[] message = new byte[length];
      new Random(length).nextBytes(message);
      assertEquals(
          List.of("binary " + HexFormat.of().formatHex(message)),
          roundTrip(OutgoingFrame.binary(message, ANY_SIZE)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a", "ä", "€", "🎈", "a🎈", "aaä€🎈", "x\uD83C"})
    void carryLongTextWhereverItIsCutIntoPieces(String unit) throws ProtocolViolation {
      String message = unit.repeat(40_000 / unit.length());
      String expected = message.replaceAll("\uD83C(?!\uDF88)", "\uFFFD");
      int bytes = expected.getBytes(UTF_8).length;
      assertEquals(
          List.of("text " + expected + " (" + bytes + ")"),
          roundTrip(OutgoingFrame.text(message, ANY_SIZE)));
    }
  }

  @Test
  void areRefusedOverTheLimitCountedInBytes() {
    assertEquals(4, OutgoingFrame.text("ää", 4).payloadBytes());
    XpcomException text = assertThrows(XpcomException.class, () -> OutgoingFrame.text("ää", 3));
    assertEquals(NS_ERROR_FILE_TOO_BIG, text.result());
    XpcomException bytes =
        assertThrows(XpcomException.class, () -> OutgoingFrame.binary(new byte[4], 3));
    assertEquals(NS_ERROR_FILE_TOO_BIG, bytes.result());
  }
}
