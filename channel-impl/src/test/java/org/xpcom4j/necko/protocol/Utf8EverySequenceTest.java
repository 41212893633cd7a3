package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways that a decoder has to read text, beside the JDK's strict decoder and its lenient constructor. */
@DisplayName("every sequence of bytes")
class Utf8EverySequenceTest {
  private static final int SAMPLES = 2_000_000;

  private final Utf8Reader reader = Utf8Reader.ofThisThread();
  private final CharsetDecoder strict = UTF_8.newDecoder();
  private final CharBuffer characters = CharBuffer.allocate(16);

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private @Nullable String byTheJdk(ByteBuffer bytes) {
    characters.clear();
    CoderResult result = strict.reset().decode(bytes.rewind(), characters, true);
    return result.isUnderflow() ? characters.flip().toString() : null;
  }

  private void check(byte[] bytes, ByteBuffer view, ByteBuf in) {
    String expected = byTheJdk(view);
    in.setIndex(0, bytes.length);
    String read = reader.read(in, bytes.length);
    Utf8Validator validator = new Utf8Validator();
    boolean isValid = validator.accept(bytes, 0, bytes.length) && validator.isAtBoundary();
    if (isValid != (expected != null) || !Objects.equals(expected, read)) {
      assertEquals(expected, read, () -> HexFormat.of().formatHex(bytes));
      assertEquals(expected != null, isValid, () -> HexFormat.of().formatHex(bytes));
    }
    if (read != null && !read.equals(new String(bytes, UTF_8))) {
      assertEquals(new String(bytes, UTF_8), read, () -> HexFormat.of().formatHex(bytes));
    }
  }

  @ParameterizedTest(name = "of length {0}")
  @ValueSource(ints = {1, 2, 3})
  void isTextOrNotAsTheJdkSays(int length) {
    byte[] bytes = new byte[length];
    ByteBuffer view = ByteBuffer.wrap(bytes);
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    int sequences = 0;
    for (int all = 0; all < 1 << (8 * length); all++) {
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (all >>> (8 * i));
      }
      check(bytes, view, in);
      sequences++;
    }
    assertEquals(1 << (8 * length), sequences);
    in.release();
  }

  @Test
  void ofLengthFourThatBeginsACharacterIsTextOrNotAsTheJdkSays() {
    Random random = new Random(6455);
    byte[] bytes = new byte[4];
    ByteBuffer view = ByteBuffer.wrap(bytes);
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    int valid = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      random.nextBytes(bytes);
      bytes[0] = (byte) (0xE0 + random.nextInt(0x18)); // begins what has three bytes or four
      if (random.nextInt(4) > 0) {
        bytes[1] = (byte) (0x80 | (bytes[1] & 0x3F));
        bytes[2] = (byte) (0x80 | (bytes[2] & 0x3F));
        bytes[3] = (byte) (random.nextBoolean() ? 0x80 | (bytes[3] & 0x3F) : bytes[3] & 0x7F);
      }
      check(bytes, view, in);
      valid += byTheJdk(view) == null ? 0 : 1;
    }
    int texts = valid;
    assertTrue(texts > SAMPLES / 20 && texts < SAMPLES / 2, () -> texts + " are text");
    in.release();
  }
}
