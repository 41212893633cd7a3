package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever the peer sends")
class AnyFramesFuzzTest {
  private static final int LIMIT = 1000;

  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#frames")
  @FuzzTest(maxDuration = "5m")
  void itIsMessagesAndThenAtMostOneViolationHoweverItIsCut(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int choice = input[0];
    Role role = (choice & 1) != 0 ? Role.SERVER : Role.CLIENT;
    DeflateParameters parameters = DeflateParameters.DEFAULT;
    if ((choice & 8) != 0) {
      parameters = new DeflateParameters(true, true, 15, 15);
    }
    ZlibPool pool = new ZlibPool(1);
    Deflate deflate = (choice & 2) != 0 ? new Deflate(parameters, 0, pool) : null;
    List<String> whole = decode(role, deflate, input, input.length);
    List<String> cut = decode(role, deflate, input, 1 + (choice >> 4 & 7));
    pool.close();
    assertEquals(whole, cut);
    assertEquals(0, pool.live());
    for (String line : whole.subList(0, Math.max(0, whole.size() - 1))) {
      if (line.startsWith("NS_ERROR") || line.startsWith("close")) {
        throw new AssertionError("something came after the end: " + whole);
      }
    }
  }

  private static List<String> decode(
      Role role, @Nullable Deflate deflate, byte[] input, int piece) {
    Transcript transcript = new Transcript();
    MessageDecoder decoder = new MessageDecoder(role, LIMIT, deflate, transcript);
    ByteBuf all = Unpooled.copiedBuffer(input).skipBytes(1);
    while (all.isReadable()) {
      try {
        decoder.read(all.readSlice(Math.min(piece, all.readableBytes())));
      } catch (ProtocolViolation e) {
        transcript.violation(e);
      }
    }
    all.release();
    decoder.close();
    return transcript.lines();
  }
}
