package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("what is sent in every length around those at which something changes")
class EveryLengthTest {
  private static final int LIMIT = 1 << 20;

  private final Random random = new Random(6455);

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  /** The header that RFC 6455, section 5.2, gives a frame that is a message. */
  private static byte[] header(Role from, int opcode, int length) {
    int mask = from == Role.CLIENT ? 0x80 : 0;
    ByteBuffer header = ByteBuffer.allocate(10).put((byte) (0x80 | opcode));
    if (length <= 125) {
      header.put((byte) (mask | length));
    } else if (length <= 65_535) {
      header.put((byte) (mask | 126)).putShort((short) length);
    } else {
      header.put((byte) (mask | 127)).putLong(length);
    }
    byte[] bytes = new byte[header.flip().remaining()];
    header.get(bytes);
    return bytes;
  }

  /** Where the form of the length changes, and where a frame is written in more than one piece. */
  private static IntStream lengths() {
    return IntStream.of(0, FrameEncoder.PIECE_BYTES - 30, 65_505)
        .flatMap(from -> IntStream.range(from, from + (from == 0 ? 400 : 60)));
  }

  @ParameterizedTest(name = "from a {0}")
  @EnumSource
  void hasTheShortestHeaderAndIsReadAsItWas(Role from) throws ProtocolViolation {
    FrameEncoder encoder = new FrameEncoder(from, new MaskKeys(random), null);
    for (int length : lengths().toArray()) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      check(
          from,
          encoder,
          OutgoingFrame.binary(bytes, LIMIT),
          header(from, 2, length),
          "binary " + HexFormat.of().formatHex(bytes));
      String ascii = "a".repeat(length);
      checkText(from, encoder, ascii, length);
      String umlauts = "ä".repeat(length / 2) + "a".repeat(length % 2);
      checkText(from, encoder, umlauts, length);
    }
  }

  private static void checkText(Role from, FrameEncoder encoder, String text, int length)
      throws ProtocolViolation {
    check(
        from,
        encoder,
        OutgoingFrame.text(text, LIMIT),
        header(from, 1, length),
        "text " + text + " (" + length + ")");
  }

  private static void check(
      Role from, FrameEncoder encoder, OutgoingFrame frame, byte[] header, String expected)
      throws ProtocolViolation {
    ByteBuf wire = Unpooled.buffer();
    encoder.begin(frame, wire);
    while (encoder.isBusy()) {
      encoder.goOn(wire);
    }
    assertArrayEquals(header, ByteBufUtil.getBytes(wire, 0, header.length));
    Transcript heard = new Transcript();
    new MessageDecoder(from.other(), LIMIT, null, heard).read(wire);
    wire.release();
    assertEquals(List.of(expected), heard.lines());
  }
}
