package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feeds bytes to a decoder, cut into buffers in every way there is when they are few, and in every way with one or two
 * cuts when they are many: what comes out must not depend on it.
 */
final class Splits {
  private static final int MAX_BYTES_FOR_ALL = 12;
  private static final int MAX_BYTES_FOR_TWO_CUTS = 60;

  private final Role role;
  private final int maxMessageBytes;
  private final @Nullable DeflateParameters parameters;

  Splits(Role role, int maxMessageBytes) {
    this(role, maxMessageBytes, null);
  }

  Splits(Role role, int maxMessageBytes, @Nullable DeflateParameters parameters) {
    LeakWatch.begin();
    this.role = role;
    this.maxMessageBytes = maxMessageBytes;
    this.parameters = parameters;
  }

  /** A client's decoder without much of a limit. */
  static Splits ofClient() {
    return new Splits(Role.CLIENT, 1 << 20);
  }

  /** What the decoder says to bytes given in hex, blanks not counted. */
  List<String> decode(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    List<String> whole = decode(bytes, new int[] {bytes.length});
    for (int[] ends : waysToCut(bytes.length)) {
      assertEquals(whole, decode(bytes, ends), () -> "cut behind bytes " + List.of(ends));
    }
    return whole;
  }

  private List<String> decode(byte[] bytes, int[] ends) {
    Transcript transcript = new Transcript();
    ZlibPool pool = new ZlibPool(1);
    Deflate deflate = parameters == null ? null : new Deflate(parameters, 0, pool);
    MessageDecoder decoder = new MessageDecoder(role, maxMessageBytes, deflate, transcript);
    int from = 0;
    for (int end : ends) {
      ByteBuf piece = Unpooled.copiedBuffer(bytes, from, end - from);
      try {
        decoder.read(piece);
      } catch (ProtocolViolation e) {
        transcript.violation(e);
      } finally {
        assertEquals(0, piece.readableBytes(), "all of a buffer is taken");
        piece.release();
      }
      from = end;
    }
    decoder.close();
    pool.close();
    assertEquals(0, pool.live(), "inflaters left over");
    return transcript.lines();
  }

  private static List<int[]> waysToCut(int length) {
    List<int[]> ways = new ArrayList<>();
    if (length <= MAX_BYTES_FOR_ALL) {
      for (int cuts = 1; cuts < 1 << Math.max(0, length - 1); cuts++) {
        ways.add(ends(cuts, length));
      }
      return ways;
    }
    ways.add(everyByte(length));
    for (int first = 1; first < length; first++) {
      ways.add(new int[] {first, length});
      if (length <= MAX_BYTES_FOR_TWO_CUTS) {
        for (int second = first + 1; second < length; second++) {
          ways.add(new int[] {first, second, length});
        }
      }
    }
    return ways;
  }

  /** Bit n of {@code cuts} is a cut behind byte n. */
  private static int[] ends(int cuts, int length) {
    int[] ends = new int[Integer.bitCount(cuts) + 1];
    int count = 0;
    for (int i = 0; i < length - 1; i++) {
      if ((cuts & 1 << i) != 0) {
        ends[count++] = i + 1;
      }
    }
    ends[count] = length;
    return ends;
  }

  private static int[] everyByte(int length) {
    int[] ends = new int[length];
    for (int i = 0; i < length; i++) {
      ends[i] = i + 1;
    }
    return ends;
  }
}
