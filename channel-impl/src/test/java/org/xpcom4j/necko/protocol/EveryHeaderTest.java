package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("every header there is")
class EveryHeaderTest {
  private static final int LIMIT = 1 << 16;
  private static final long[] LENGTHS = {
    0,
    1,
    125,
    126,
    127,
    0xFF,
    0x100,
    0xFFFF,
    0x1_0000,
    0x1_0001,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1
  };

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  /** What RFC 6455, section 5.2, and our limit say to a header at the beginning of a connection: a close code or 0. */
  private static int verdict(Role role, boolean mayCompress, int first, int second, long length) {
    int reserved = first & 0x70;
    int opcode = first & 0x0F;
    boolean isControl = opcode >= 8;
    boolean isMasked = (second & 0x80) != 0;
    int bits = second & 0x7F;
    boolean isKnown = opcode <= 2 || (opcode >= 8 && opcode <= 10);
    boolean isReservedRight =
        reserved == 0 || (mayCompress && reserved == 0x40 && opcode % 8 != 0 && !isControl);
    boolean isMinimal = bits < 126 || (bits == 126 ? length > 125 : length > 0xFFFF);
    boolean isControlRight = !isControl || ((first & 0x80) != 0 && length <= 125);
    if (!isKnown
        || !isReservedRight
        || isMasked == (role == Role.CLIENT)
        || !isMinimal
        || !isControlRight
        || opcode == 0) {
      return 1002;
    }
    long limit = reserved == 0x40 ? LIMIT + LIMIT / 8 + 1024 : LIMIT;
    return !isControl && length > limit ? 1009 : 0;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isJudgedByTheStandardBeforeItsPayloadComes(Role role) {
    int headers = 0;
    for (boolean mayCompress : new boolean[] {false, true}) {
      for (int first = 0; first < 256; first++) {
        for (int second = 0; second < 256; second++) {
          int bits = second & 0x7F;
          if (bits < 126) {
            check(role, mayCompress, first, second, bits);
            headers++;
            continue;
          }
          for (long length : LENGTHS) {
            if (bits == 127 || (length >= 0 && length <= 0xFFFF)) {
              check(role, mayCompress, first, second, length);
              headers++;
            }
          }
        }
      }
    }
    assertEquals(2 * 256 * 2 * (126 + 8 + LENGTHS.length), headers);
  }

  private static void check(Role role, boolean mayCompress, int first, int second, long length) {
    ByteBuf header = Unpooled.buffer(10).writeByte(first).writeByte(second);
    if ((second & 0x7F) == 126) {
      header.writeShort((int) length);
    } else if ((second & 0x7F) == 127) {
      header.writeLong(length);
    }
    String hex = HexFormat.of().formatHex(header.array(), 0, header.writerIndex());
    int expected = verdict(role, mayCompress, first, second, length);
    assertEquals(expected, judge(role, mayCompress, header, 10), () -> role + " " + hex);
    assertEquals(
        expected, judge(role, mayCompress, header.readerIndex(0), 1), () -> role + " " + hex);
    header.release();
  }

  private static int judge(Role role, boolean mayCompress, ByteBuf header, int piece) {
    ZlibPool pool = new ZlibPool(0);
    Deflate deflate = mayCompress ? new Deflate(DeflateParameters.DEFAULT, 0, pool) : null;
    MessageDecoder decoder = new MessageDecoder(role, LIMIT, deflate, new Transcript());
    try {
      while (header.isReadable()) {
        decoder.read(header.readSlice(Math.min(piece, header.readableBytes())));
      }
      return 0;
    } catch (ProtocolViolation e) {
      return e.closeStatus().code();
    } finally {
      decoder.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void inEverySequenceOfThreeShortFramesMeansTheSameHoweverItIsCut(Role role) {
    List<String> frames =
        List.of(
            "0100", "0101C3", "8001A4", "8000", "0000", "000161", "810161", "820162", "8900",
            "8800", "4100", "C10100");
    int sequences = 0;
    for (String first : frames) {
      for (String second : frames) {
        for (String third : frames) {
          String sequence =
              role == Role.CLIENT
                  ? first + second + third
                  : masked(first) + masked(second) + masked(third);
          decode(role, DeflateParameters.DEFAULT, sequence);
          decode(role, null, sequence);
          sequences += 2;
        }
      }
    }
    assertEquals(2 * frames.size() * frames.size() * frames.size(), sequences);
  }

  /** A frame of at most one byte as a client sends it. */
  private static String masked(String frame) {
    byte[] bytes = HexFormat.of().parseHex(frame);
    bytes[1] |= (byte) 0x80;
    if (bytes.length > 2) {
      bytes[2] ^= (byte) 0xA5;
    }
    String hex = HexFormat.of().formatHex(bytes);
    return hex.substring(0, 4) + "A5010203" + hex.substring(4);
  }

  private static void decode(Role role, @Nullable DeflateParameters parameters, String hex) {
    // Splits compares every way of cutting with the whole.
    List<String> lines = new ArrayList<>(new Splits(role, 1000, parameters).decode(hex));
    lines.removeIf(line -> !line.startsWith("NS_ERROR"));
    assertEquals(true, lines.size() <= 1, lines::toString);
  }
}
