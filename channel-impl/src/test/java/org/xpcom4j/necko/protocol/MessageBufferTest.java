package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the payload of one message")
class MessageBufferTest {
  private static final int READ = 8000; // what a socket gives at a time
  private static final int ONCE = 100_000; // what the JVM allocates for a first call

  private final byte[] sent = new byte[1 << 24];
  private final ByteBuf wire = Unpooled.wrappedBuffer(sent);
  private final MessageBuffer buffer = new MessageBuffer();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @BeforeEach
  void fill() {
    new Random(6455).nextBytes(sent);
  }

  /** Gathers a message of frames as large as that, which come read by read. */
  private byte[] gather(int total, int frame, int read) throws ProtocolViolation {
    wire.setIndex(0, total);
    while (wire.isReadable()) {
      int frameEnd = Math.min(total, (wire.readerIndex() / frame + 1) * frame);
      int promised = frameEnd - wire.readerIndex();
      buffer.append(wire, Math.min(read, promised), promised);
    }
    assertEquals(total, buffer.size());
    return buffer.takeBytes();
  }

  private void assertAllocates(double least, double most, int total, int frame, int read)
      throws ProtocolViolation {
    gather(total, frame, read); // loads classes
    long before = threads.getCurrentThreadAllocatedBytes();
    byte[] message = gather(total, frame, read);
    double allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(total, message.length);
    assertTrue(
        allocated >= least * total && allocated <= most * total + ONCE,
        () -> allocated / total + " bytes a byte");
  }

  @ParameterizedTest(name = "of {0} in frames of {1}, read by {2}")
  @CsvSource({
    "0, 1, 1",
    "1, 1, 1",
    "1000, 1, 1",
    "1000, 1000, 7",
    "65536, 65536, 8000",
    "65537, 65537, 8000",
    "300000, 300000, 1000",
    "300000, 299999, 1000",
    "300000, 150000, 70000",
    "1000000, 1000000, 1000000",
    "5000000, 64, 64",
    "5000000, 70000, 8000",
    "16777216, 16777216, 8000"
  })
  void comesOutAsItCame(int total, int frame, int read) throws ProtocolViolation {
    byte[] expected = Arrays.copyOf(sent, total);
    assertArrayEquals(expected, gather(total, frame, read));
    assertArrayEquals(expected, gather(total, frame, read), "the next one, too");
  }

  @ParameterizedTest(name = "of {0}")
  @ValueSource(ints = {100_000, 1 << 20, 5_000_000, 1 << 24})
  void inOneFrameTakesLittleMoreMemoryThanItself(int total) throws ProtocolViolation {
    assertAllocates(1, 1.6, total, total, READ);
  }

  @Test
  void thatIsHereAtOnceTakesNoMoreMemoryThanItself() throws ProtocolViolation {
    assertAllocates(1, 1, 1 << 24, 1 << 24, 1 << 24);
  }

  @ParameterizedTest(name = "of {0} in fragments of {1}")
  @CsvSource({"1048576, 64", "5000000, 1000", "16777216, 65536", "16777216, 1000000"})
  void inFragmentsIsPutTogetherOnce(int total, int frame) throws ProtocolViolation {
    assertAllocates(2, 2.6, total, frame, READ);
  }

  @Test
  void inOneFrameIsHandedOverAsItWasGathered() throws ProtocolViolation {
    wire.setIndex(0, 1 << 20);
    buffer.append(wire, 1 << 19, 1 << 20);
    buffer.append(wire, 1 << 19, 1 << 19);
    long before = threads.getCurrentThreadAllocatedBytes();
    assertEquals(1 << 20, buffer.takeBytes().length);
    assertTrue(threads.getCurrentThreadAllocatedBytes() - before < ONCE);
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1, 1000, 100_000})
  void takesMemoryForWhatHasComeNotForWhatIsPromised(int come) throws ProtocolViolation {
    long before = threads.getCurrentThreadAllocatedBytes();
    wire.setIndex(0, come);
    buffer.append(wire, come, Integer.MAX_VALUE);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 4L * come + ONCE, () -> allocated + " bytes");
  }
}
