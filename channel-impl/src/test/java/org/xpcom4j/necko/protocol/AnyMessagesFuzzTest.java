package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever messages are sent")
class AnyMessagesFuzzTest {
  private static final int ANY_SIZE = Integer.MAX_VALUE;

  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#messages")
  @FuzzTest(maxDuration = "5m")
  void theyComeOutAsTheyWentInWhateverWasAgreedOn(byte[] input) throws ProtocolViolation {
    if (input.length == 0) {
      return;
    }
    int choice = input[0];
    Role from = (choice & 1) != 0 ? Role.SERVER : Role.CLIENT;
    int bits = 8 + (choice >> 5 & 7);
    DeflateParameters parameters =
        new DeflateParameters((choice & 2) != 0, (choice & 4) != 0, bits, bits);
    ByteBuffer in = ByteBuffer.wrap(input, 1, input.length - 1);
    try (Compressed ends = new Compressed(from, parameters, (choice & 8) != 0 ? 0 : 64)) {
      List<String> expected = new ArrayList<>();
      while (in.remaining() >= 3) {
        int kind = in.get() & 3;
        byte[] unit = new byte[Math.min(in.get() & 0x0F, in.remaining() - 1)];
        int times = in.get() & 0xFF;
        in.get(unit);
        expected.add(send(ends, kind, repeated(unit, 1 + times * (kind == 2 ? 60 : 1))));
      }
      assertEquals(expected, ends.heard.lines());
    }
  }

  /** Sends one message, and tells what is to be heard. */
  private static String send(Compressed ends, int kind, byte[] content) throws ProtocolViolation {
    if (kind == 0) {
      ends.send(OutgoingFrame.pong(new byte[0]));
      return "pong";
    }
    if (kind == 2) {
      ends.send(OutgoingFrame.binary(content, ANY_SIZE));
      return "binary " + HexFormat.of().formatHex(content);
    }
    String text = new String(content, kind == 1 ? UTF_16BE : UTF_8);
    ends.send(OutgoingFrame.text(text, ANY_SIZE));
    byte[] bytes = text.replaceAll("\\p{Cs}", "\uFFFD").getBytes(UTF_8);
    return "text " + new String(bytes, UTF_8) + " (" + bytes.length + ")";
  }

  private static byte[] repeated(byte[] unit, int times) {
    byte[] all = new byte[unit.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = unit[i % unit.length];
    }
    return all;
  }
}
