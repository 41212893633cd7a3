package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("compressed messages")
class DeflateTest {
  private static final int ANY_SIZE = Integer.MAX_VALUE;
  private static final String WORDS = "a rose is a rose is a rose; ";

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  /** Text that a window of a few hundred bytes cannot remember, but a larger one can. */
  private static byte[] repetitive(int size, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[size];
    for (int at = 0; at < size; ) {
      int from = random.nextInt(3) == 0 || at == 0 ? -1 : random.nextInt(at);
      int length = Math.min(1 + random.nextInt(60), size - at);
      for (int i = 0; i < length; i++, at++) {
        bytes[at] = from < 0 ? (byte) ('a' + random.nextInt(26)) : bytes[from + i];
      }
    }
    return bytes;
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static String line(byte[] message) {
    return "binary " + HexFormat.of().formatHex(message);
  }

  private static Stream<DeflateParameters> allParameters() {
    return IntStream.rangeClosed(8, 15)
        .boxed()
        .flatMap(
            bits ->
                Stream.of(
                    new DeflateParameters(false, false, bits, bits),
                    new DeflateParameters(false, true, bits, bits),
                    new DeflateParameters(true, false, bits, bits),
                    new DeflateParameters(true, true, bits, bits)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allParameters")
  void comeOutAsTheyWentInWhateverWasAgreedOn(DeflateParameters parameters)
      throws ProtocolViolation {
    for (Role from : Role.values()) {
      try (Compressed ends = new Compressed(from, parameters, 1)) {
        List<String> expected = new ArrayList<>();
        int[] sizes = {0, 1, 20, 255, 256, 257, 5_000, 32_768, 32_769, 100_000, 20};
        for (int size : sizes) {
          byte[] message = repetitive(size, size);
          ends.send(OutgoingFrame.binary(message, ANY_SIZE));
          expected.add(line(message));
          ends.send(OutgoingFrame.binary(noise(size), ANY_SIZE));
          expected.add(line(noise(size)));
          ends.send(OutgoingFrame.pong(new byte[] {1}));
          expected.add("pong");
          ends.send(OutgoingFrame.text(WORDS, ANY_SIZE));
          expected.add("text " + WORDS + " (" + WORDS.length() + ")");
        }
        assertEquals(expected, ends.heard.lines());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allParameters")
  void neverReferBackBeyondTheWindow(DeflateParameters parameters) throws ProtocolViolation {
    try (Compressed ends = new Compressed(Role.CLIENT, parameters, 1)) {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      long length = 0;
      for (int size : new int[] {100, 3_000, 40_000, 200_000, 300, 300}) {
        byte[] message = repetitive(size, 11);
        List<Compressed.Frame> frames = ends.send(OutgoingFrame.binary(message, ANY_SIZE));
        assertTrue(frames.get(0).isCompressed(), "it would prove nothing else");
        frames.forEach(frame -> stream.writeBytes(frame.payload()));
        stream.writeBytes(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF});
        length += size;
        if (parameters.clientNoContextTakeover()) {
          assertReferences(stream.toByteArray(), length, parameters);
          stream.reset();
          length = 0;
        }
      }
      if (!parameters.clientNoContextTakeover()) {
        assertReferences(stream.toByteArray(), length, parameters);
      }
    }
  }

  private static void assertReferences(byte[] stream, long length, DeflateParameters parameters) {
    long furthest = BackReferences.furthest(stream, length);
    assertTrue(furthest > 0, "some reference");
    assertTrue(furthest <= 1L << parameters.clientMaxWindowBits(), "one of " + furthest);
    assertTrue(furthest <= length, "one of " + furthest + " in " + length);
  }

  @Nested
  class Are {
    private final Compressed ends = new Compressed(Role.SERVER, DeflateParameters.DEFAULT, 64);

    private List<Compressed.Frame> send(byte[] message) throws ProtocolViolation {
      return ends.send(OutgoingFrame.binary(message, ANY_SIZE));
    }

    @Test
    void thoseWithReservedBit1() throws ProtocolViolation {
      List<Compressed.Frame> frames = send(new byte[1000]);
      assertEquals(0xC2, frames.get(0).firstByte());
      assertTrue(frames.get(0).payload().length < 20);
      ends.close();
    }

    @Test
    void notThoseBelowTheThreshold() throws ProtocolViolation {
      assertEquals(0x82, send(new byte[63]).get(0).firstByte());
      assertEquals(0xC2, send(new byte[64]).get(0).firstByte());
      ends.close();
    }

    @Test
    void notControlFrames() throws ProtocolViolation {
      assertEquals(0x8A, ends.send(OutgoingFrame.pong(new byte[125])).get(0).firstByte());
      String reason = "x".repeat(120);
      assertEquals(
          0x88, ends.send(OutgoingFrame.close(new CloseStatus(1000, reason))).get(0).firstByte());
      ends.close();
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {100, 32_768, 32_769, 100_000})
    void notThoseThatWouldGrowAndTheNextOneStillIs(int size) throws ProtocolViolation {
      send(repetitive(1000, 1));
      List<Compressed.Frame> plain = send(noise(size));
      assertEquals(0x82, plain.get(0).firstByte());
      List<Compressed.Frame> next = send(repetitive(1000, 1));
      assertTrue(next.get(0).isCompressed());
      assertEquals(
          List.of(line(repetitive(1000, 1)), line(noise(size)), line(repetitive(1000, 1))),
          ends.heard.lines());
      ends.close();
    }

    @Test
    void thoseOfSeveralFragmentsWhenTheyAreLarge() throws ProtocolViolation {
      List<Compressed.Frame> frames = send(repetitive(400_000, 2));
      assertTrue(frames.size() > 2, "frames: " + frames.size());
      assertEquals(0x42, frames.get(0).firstByte());
      for (Compressed.Frame middle : frames.subList(1, frames.size() - 1)) {
        assertEquals(0x00, middle.firstByte());
      }
      assertEquals(0x80, frames.get(frames.size() - 1).firstByte());
      assertEquals(List.of(line(repetitive(400_000, 2))), ends.heard.lines());
      ends.close();
    }

    @Test
    void smallerWhenTheyRepeatThoseBefore() throws ProtocolViolation {
      int first = send(repetitive(1000, 3)).get(0).payload().length;
      int second = send(repetitive(1000, 3)).get(0).payload().length;
      assertTrue(second < first / 4, first + " and " + second);
      ends.close();
    }

    @Test
    void theSameEachTimeWithoutContext() throws ProtocolViolation {
      try (Compressed each =
          new Compressed(Role.SERVER, new DeflateParameters(true, false, 15, 15), 1)) {
        OutgoingFrame message = OutgoingFrame.binary(repetitive(1000, 3), ANY_SIZE);
        byte[] first = each.send(message).get(0).payload();
        OutgoingFrame again = OutgoingFrame.binary(repetitive(1000, 3), ANY_SIZE);
        assertArrayEquals(first, each.send(again).get(0).payload());
      }
      ends.close();
    }
  }

  @Nested
  class TakeMemoryOutsideTheHeap {
    private static final OutgoingFrame message() {
      return OutgoingFrame.binary(new byte[1000], ANY_SIZE);
    }

    @Test
    void notBeforeTheFirstOne() throws ProtocolViolation {
      try (Compressed ends = new Compressed(Role.CLIENT, DeflateParameters.DEFAULT, 64)) {
        ends.send(OutgoingFrame.binary(new byte[10], ANY_SIZE));
        assertEquals(0, ends.pool.live());
      }
    }

    @Test
    void onlyDuringEachWhereNoContextIsKept() throws ProtocolViolation {
      DeflateParameters each = new DeflateParameters(true, true, 15, 15);
      try (Compressed ends = new Compressed(Role.CLIENT, each, 1)) {
        ends.send(message());
        ends.send(message());
        assertEquals(2, ends.pool.live(), "one deflater and one inflater, both idle in the pool");
        ends.pool.close();
        assertEquals(0, ends.pool.live());
      }
    }

    @Test
    void forTheDeflaterUntilTheSenderIsIdle() throws ProtocolViolation {
      try (Compressed ends = new Compressed(Role.CLIENT, DeflateParameters.DEFAULT, 1)) {
        ends.send(message());
        ends.pool.close(); // what is given back is ended
        assertEquals(2, ends.pool.live());
        ends.sender.idle();
        assertEquals(1, ends.pool.live());
        ends.send(message());
        assertEquals(List.of(line(new byte[1000]), line(new byte[1000])), ends.heard.lines());
      }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void notAfterTheEnd(Role from) throws ProtocolViolation {
      Compressed ends = new Compressed(from, DeflateParameters.DEFAULT, 1);
      ends.send(message());
      ends.close();
      ends.close();
      assertEquals(0, ends.pool.live());
    }

    @Test
    void ofAPoolNoMoreThanItMayKeep() {
      try (ZlibPool pool = new ZlibPool(1)) {
        var first = pool.takeDeflater();
        var second = pool.takeDeflater();
        pool.giveBack(first);
        pool.giveBack(second);
        assertEquals(1, pool.live());
        assertFalse(pool.takeDeflater() == second, "it was ended");
      }
    }
  }
}
