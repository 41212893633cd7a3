package org.xpcom4j.contract.suite.torture;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells, by the JDK's decoder, whether bytes can still become UTF-8. */
final class Prefixes {
  private Prefixes() {}

  /** Whether the last octets of a text, which began with a whole character or a cut one, are no error yet. */
  static boolean mayBecomeText(byte[] end) {
    int from = 0;
    while (from < Math.min(3, end.length) && (end[from] & 0xC0) == 0x80 && end.length == 8) {
      from++; // the rest of a character that was found good before
    }
    ByteBuffer in = ByteBuffer.wrap(end, from, end.length - from);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    if (decoder.decode(in, CharBuffer.allocate(16), false).isError()) {
      return false;
    }
    return !isSurelyWrong(in);
  }

  /** The decoder waits for a third octet where the second one already decides. */
  private static boolean isSurelyWrong(ByteBuffer rest) {
    if (rest.remaining() < 2) {
      return rest.remaining() == 1 && (rest.get(rest.position()) & 0xFF) > 0xF4;
    }
    int first = rest.get(rest.position()) & 0xFF;
    int second = rest.get(rest.position() + 1) & 0xFF;
    return (first == 0xE0 && second < 0xA0)
        || (first == 0xED && second > 0x9F)
        || (first == 0xF0 && second < 0x90)
        || (first == 0xF4 && second > 0x8F);
  }
}
