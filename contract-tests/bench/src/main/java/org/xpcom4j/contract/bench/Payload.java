package org.xpcom4j.contract.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The messages that the benchmarks of frames send. */
final class Payload {
  private static final String WORDS = "{\"instrument\":\"XPCM\",\"bid\":101.25,\"ask\":101.50},";
  private static final String WORLD = "Grüße an alle, 世界, привет 🙂; ";

  private Payload() {}

  /** Text whose UTF-8 has about so many bytes: {@code ascii} or {@code mixed}. */
  static String text(String kind, int bytes) {
    String unit = kind.equals("ascii") ? WORDS : WORLD;
    StringBuilder text = new StringBuilder();
    int size = 0;
    for (int at = 0; size < bytes; ) {
      int character = unit.codePointAt(at);
      text.appendCodePoint(character);
      size += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      at = (at + Character.charCount(character)) % unit.length();
    }
    return text.toString();
  }

  /** Bytes without a pattern, the same in each run. */
  static byte[] binary(int bytes) {
    byte[] binary = new byte[bytes];
    new Random(bytes).nextBytes(binary);
    return binary;
  }
}
