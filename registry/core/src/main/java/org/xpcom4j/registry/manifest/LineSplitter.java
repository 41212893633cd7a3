package org.xpcom4j.registry.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts the bytes of a manifest into lines of UTF-8. Lines end at LF, CR, or both. */
final class LineSplitter {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private LineSplitter() {}

  /**
   * A line of a file.
   *
   * @param line its text, with a replacement character where it is no UTF-8
   * @param damagedAt where the first of these is, or -1
   */
  record Split(ManifestLine line, int damagedAt) {}

  static List<Split> split(byte[] bytes, String file) {
    var lines = new ArrayList<Split>();
    int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    for (int at = start; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
        lines.add(decode(ByteBuffer.wrap(bytes, start, at - start), file, lines.size() + 1));
        if (at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n') {
          at++;
        }
        start = at + 1;
      }
    }
    return lines;
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && ByteBuffer.wrap(bytes, 0, BYTE_ORDER_MARK.length)
            .equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
  }

  private static Split decode(ByteBuffer bytes, String file, int number) {
    String text = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer sound = CharBuffer.allocate(bytes.remaining());
    CoderResult result = strict.decode(bytes, sound, true);
    return new Split(
        new ManifestLine(file, number, text), result.isError() ? sound.position() : -1);
  }
}
