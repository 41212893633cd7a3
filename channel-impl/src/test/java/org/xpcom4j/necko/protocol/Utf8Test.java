package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("UTF-8 that is whole")
class Utf8Test {
  private static final long SEED = 20_261_124;

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static @Nullable String asTheJdkReads(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static void assertReadAsByTheJdk(byte[] bytes) {
    String expected = asTheJdkReads(bytes);
    ByteBuf heap = Unpooled.wrappedBuffer(bytes);
    ByteBuf direct = Unpooled.directBuffer(bytes.length + 1).writeByte(0).writeBytes(bytes);
    direct.skipBytes(1);
    String where = HexFormat.of().formatHex(bytes);
    assertEquals(expected, Utf8Reader.ofThisThread().read(heap, bytes.length), where);
    assertEquals(expected, Utf8Reader.ofThisThread().read(direct, bytes.length), where);
    assertEquals(0, direct.readableBytes());
    heap.release();
    direct.release();
  }

  private static byte[] written(String text, int maskKey) {
    ByteBuf out = Unpooled.buffer(1);
    int length = Utf8Writer.ofThisThread().write(text, 0, text.length(), out, maskKey, 0);
    assertEquals(length, out.readableBytes());
    if (maskKey != 0) {
      Mask.apply(out, 0, length, maskKey, 0);
    }
    byte[] bytes = new byte[length];
    out.readBytes(bytes);
    out.release();
    return bytes;
  }

  private static void assertWrittenAsByTheJdk(String text) {
    byte[] expected = text.replaceAll("\\p{Cs}", "\uFFFD").getBytes(UTF_8);
    assertArrayEquals(expected, written(text, 0));
    assertArrayEquals(expected, written(text, 0x01020304));
    assertEquals(expected.length, Utf8Writer.ofThisThread().length(text));
  }

  @Test
  void ofEveryShortSequenceIsJudgedAsTheJdkJudgesIt() {
    byte[] edges =
        HexFormat.of().parseHex("00417F808F909FA0BFC0C1C2DFE0E1ECEDEEEFF0F1F3F4F5F7F8FF");
    byte[] bytes = new byte[4];
    for (byte first : edges) {
      for (byte second : edges) {
        for (byte third : edges) {
          for (byte fourth : edges) {
            bytes[0] = first;
            bytes[1] = second;
            bytes[2] = third;
            bytes[3] = fourth;
            assertReadAsByTheJdk(bytes);
          }
        }
      }
    }
  }

  @Test
  void withEveryCharacterIsReadAndWrittenAsByTheJdk() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
      if (all.length() > 20_000) {
        assertReadAsByTheJdk(all.toString().getBytes(UTF_8));
        assertWrittenAsByTheJdk(all.toString());
        all.setLength(0);
      }
    }
    assertWrittenAsByTheJdk(all.toString());
  }

  @ParameterizedTest(name = "{0} ASCII characters")
  @ValueSource(ints = {0, 1, 7, 8, 255, 256, 257, 2047, 2048, 2049, 65_535, 65_536})
  void withAnErrorBehindMuchAsciiIsRefused(int ascii) {
    byte[] bytes = "a".repeat(ascii).getBytes(UTF_8);
    assertReadAsByTheJdk(bytes);
    if (ascii > 0) {
      bytes[ascii - 1] = (byte) 0xC3;
      assertReadAsByTheJdk(bytes);
    }
    if (ascii > 2) {
      System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD}, 0, bytes, ascii - 3, 3);
      assertReadAsByTheJdk(bytes);
    }
  }

  @Test
  void ofRandomTextIsReadAndWrittenAsByTheJdk() {
    Random random = new Random(SEED);
    int[] limits = {0x80, 0x100, 0x800, 0xD800, 0x11_0000};
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(round % 10 == 0 ? 6_000 : 80);
      int limit = limits[random.nextInt(limits.length)];
      while (text.length() < length) {
        int c = random.nextInt(limit);
        text.appendCodePoint(random.nextInt(3) > 0 ? c & 0x7F : c); // lone surrogates, too
      }
      assertWrittenAsByTheJdk(text.toString());
      byte[] bytes = text.toString().getBytes(UTF_8);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertReadAsByTheJdk(bytes);
    }
  }
}
