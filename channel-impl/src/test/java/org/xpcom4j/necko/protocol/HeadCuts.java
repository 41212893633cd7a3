package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/** Reads heads from bytes cut in pieces of every size, and in two at every place: it must not matter. */
final class HeadCuts {
  private static final int MAX_BYTES_FOR_TWO_PIECES = 2000;

  private HeadCuts() {}

  /** What a client reads: each head, then what is behind the last or why it is none. */
  static List<String> responses(HeadLimits limits, String text) {
    return inEveryWay(text, pieces -> read(HeadReader.ofResponses(limits), pieces));
  }

  /** What a server reads. */
  static List<String> requests(HeadLimits limits, String text) {
    return inEveryWay(text, pieces -> read(HeadReader.ofRequests(limits), pieces));
  }

  private interface Reading {
    List<String> of(List<String> pieces);
  }

  private static List<String> inEveryWay(String text, Reading reading) {
    List<String> whole = reading.of(List.of(text));
    for (int size = 1; size < 8; size++) {
      List<String> pieces = new ArrayList<>();
      for (int at = 0; at < text.length(); at += size) {
        pieces.add(text.substring(at, Math.min(text.length(), at + size)));
      }
      assertEquals(whole, reading.of(pieces), "in pieces of " + size);
    }
    for (int cut = 1; cut < Math.min(text.length(), MAX_BYTES_FOR_TWO_PIECES); cut++) {
      List<String> two = List.of(text.substring(0, cut), text.substring(cut));
      assertEquals(whole, reading.of(two), "cut behind byte " + cut);
    }
    return whole;
  }

  private static List<String> read(HeadReader<?> reader, List<String> pieces) {
    List<String> lines = new ArrayList<>();
    StringBuilder behind = new StringBuilder();
    boolean isMalformed = false;
    for (String piece : pieces) {
      ByteBuf in = Unpooled.copiedBuffer(piece, ISO_8859_1);
      try {
        while (!isMalformed && in.isReadable()) {
          Object head = reader.read(in);
          if (head != null) {
            lines.add(head.toString());
          }
        }
      } catch (MalformedHead e) {
        isMalformed = true;
        lines.add(e.fault() + ": " + e.getMessage());
      }
      behind.append(in.toString(ISO_8859_1));
      in.release();
    }
    if (isMalformed) {
      lines.add("unread: " + Quoted.of(behind.toString()));
    }
    return lines;
  }
}
