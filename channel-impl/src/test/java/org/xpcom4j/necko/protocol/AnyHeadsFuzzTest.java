package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever stands where an HTTP head should be")
class AnyHeadsFuzzTest {
  private static final HeadLimits LIMITS = new HeadLimits(100, 200, 20, 600);

  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#heads")
  @FuzzTest(maxDuration = "5m")
  void itIsHeadsThatMeanOneThingOrAFaultHoweverItIsCut(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int choice = input[0];
    String text = new String(input, 1, input.length - 1, ISO_8859_1);
    boolean isRequest = (choice & 1) != 0;
    List<Object> whole = read(isRequest, text, input.length);
    assertEquals(whole, read(isRequest, text, 1 + (choice >> 1 & 7)));
    for (Object each : whole) {
      if (each instanceof String fault) {
        assertTrue(fault.chars().allMatch(c -> c >= ' ' && (c < 0x7F || c >= 0xA0)), fault);
      } else {
        String again = written(each);
        assertEquals(List.of(each), read(isRequest, again, again.length()), again);
      }
    }
  }

  /** The heads in the text, and then, where there is one, the sentence about what is none. */
  private static List<Object> read(boolean isRequest, String text, int piece) {
    HeadReader<?> reader =
        isRequest ? HeadReader.ofRequests(LIMITS) : HeadReader.ofResponses(LIMITS);
    List<Object> heads = new ArrayList<>();
    ByteBuf in = Unpooled.copiedBuffer(text, ISO_8859_1);
    try {
      while (in.isReadable()) {
        ByteBuf next = in.slice(in.readerIndex(), Math.min(piece, in.readableBytes()));
        int before = next.readableBytes();
        Object head = reader.read(next);
        assertTrue(head != null || !next.isReadable(), "all is taken until a head is whole");
        in.skipBytes(before - next.readableBytes());
        if (head != null) {
          heads.add(head);
        }
      }
    } catch (MalformedHead e) {
      heads.add(e.fault() + ": " + e.sentence());
    } finally {
      in.release();
    }
    return heads;
  }

  private static String written(Object head) {
    if (head instanceof RequestHead request) {
      return request.method()
          + " "
          + request.target()
          + " "
          + request.version()
          + lines(request.fields());
    }
    ResponseHead response = (ResponseHead) head;
    return response.version()
        + String.format(" %03d ", response.status())
        + response.reason()
        + lines(response.fields());
  }

  private static String lines(HeaderFields fields) {
    return fields.list().stream()
        .map(field -> field.name() + ":" + field.value() + "\r\n")
        .collect(Collectors.joining("", "\r\n", "\r\n"));
  }
}
