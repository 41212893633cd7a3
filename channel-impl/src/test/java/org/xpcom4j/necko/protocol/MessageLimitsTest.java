package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the limits of what a peer may send")
class MessageLimitsTest {
  private static final MessageLimits LIMITS = new MessageLimits(4, 6);

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static List<String> decode(MessageLimits limits, String hex) {
    Transcript transcript = new Transcript();
    ByteBuf in = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
    try (MessageDecoder decoder = new MessageDecoder(Role.CLIENT, limits, null, transcript)) {
      decoder.read(in);
    } catch (ProtocolViolation e) {
      transcript.violation(e);
    } finally {
      in.release();
    }
    return transcript.lines();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "8204 01020304, binary 01020304",
    "0203 010203 8003 040506, binary 010203040506",
    "8906 010203040506, ping 010203040506",
    "8205, 'NS_ERROR_FILE_TOO_BIG 1009: frame of 5 bytes; 4 is the limit of this connection'",
    "8105, 'NS_ERROR_FILE_TOO_BIG 1009: frame of 5 bytes; 4 is the limit of this connection'",
    "0204 01020304 8003,"
        + " 'NS_ERROR_FILE_TOO_BIG 1009: message of more than 6 bytes, the limit of this connection'",
    "0204 01020304 8005, 'NS_ERROR_FILE_TOO_BIG 1009: frame of 5 bytes; 4 is the limit of this connection'",
  })
  void countForEachFrameAndForTheWholeMessageAsSoonAsAHeaderSaysSo(String hex, String heard) {
    assertEquals(List.of(heard), decode(LIMITS, hex));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"7FFFFFFFFFFFFFFF", "0000000100000000", "0000000080000000"})
  void standBeforeEveryLengthOver31Bits(String length) {
    String header = "827F" + length;
    assertTrue(
        decode(MessageLimits.ofMessages(Integer.MAX_VALUE), header).get(0).contains(" 1009: "));
    assertTrue(decode(new MessageLimits(1 << 20, 1 << 20), header).get(0).contains(" 1009: "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"827F 000000007FFFFFFF", "817F 000000007FFFFFFF"})
  void ofALengthThatIsAllowedTakeNoMemoryBeforeItsBytesCome(String header) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MessageLimits wide = MessageLimits.ofMessages(Integer.MAX_VALUE);
    decode(wide, header); // loads classes

    long before = threads.getCurrentThreadAllocatedBytes();
    assertEquals(List.of(), decode(wide, header + "61"));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated < 200_000, () -> allocated + " bytes");
  }

  @Test
  void areAtLeastOne() {
    assertThrows(IllegalArgumentException.class, () -> new MessageLimits(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new MessageLimits(1, 0));
  }
}
