package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("nonsense from the peer")
class DecoderFuzzTest {
  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static final int ROUNDS = 20_000;
  private static final int MAX_FRAMES = 6;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20_261_124, 0x6455})
  void givesTheSameVerdictHoweverItIsCutAndNothingElse(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Role role = random.nextBoolean() ? Role.CLIENT : Role.SERVER;
      byte[] bytes = nearlyFrames(random, role);
      List<String> whole = decode(role, bytes, bytes.length);
      int piece = 1 + random.nextInt(4);
      assertEquals(
          whole,
          decode(role, bytes, piece),
          () -> role + " " + HexFormat.of().formatHex(bytes) + " in pieces of " + piece);
    }
  }

  private static List<String> decode(Role role, byte[] bytes, int piece) {
    Transcript transcript = new Transcript();
    MessageDecoder decoder = new MessageDecoder(role, 40, null, transcript);
    ByteBuf all = Unpooled.copiedBuffer(bytes);
    while (all.isReadable()) {
      try {
        decoder.read(all.readSlice(Math.min(piece, all.readableBytes())));
      } catch (ProtocolViolation e) {
        transcript.violation(e);
      }
    }
    all.release();
    return transcript.lines();
  }

  /** Frames that are mostly right, so that the decoder gets deep into them before something is wrong. */
  private static byte[] nearlyFrames(Random random, Role role) {
    ByteBuf out = Unpooled.buffer();
    int[] opcodes = {0, 0, 1, 1, 2, 8, 9, 10};
    for (int frames = 1 + random.nextInt(MAX_FRAMES); frames > 0; frames--) {
      int fin = random.nextInt(3) > 0 ? 0x80 : 0;
      out.writeByte(fin | opcodes[random.nextInt(opcodes.length)]);
      int length = random.nextInt(20);
      out.writeByte((role == Role.SERVER ? 0x80 : 0) | length);
      if (role == Role.SERVER) {
        out.writeInt(0);
      }
      for (int i = 0; i < length; i++) {
        out.writeByte(random.nextInt(8) > 0 ? 'a' + random.nextInt(26) : random.nextInt(256));
      }
    }
    if (random.nextBoolean()) {
      out.setByte(random.nextInt(out.writerIndex()), random.nextInt(256));
    }
    byte[] bytes = new byte[out.writerIndex()];
    out.readBytes(bytes);
    out.release();
    return bytes;
  }
}
