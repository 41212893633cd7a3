package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.json;
import static org.xpcom4j.contract.suite.torture.Steps.noise;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.Wire;

/** Compressed messages in numbers, in size, and in odd pieces. */
final class CompressionLoadCases {
  private static final String SECTION = "7.2 of RFC 7692";
  private static final int MIB = 1 << 20;

  private CompressionLoadCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(sizes(), large(), many(), fragments(), chunks()).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> sizes() {
    return Stream.of(0, 1, 64, 1024, 8192, 65536, 131_072, MIB)
        .flatMap(
            size ->
                Stream.of(
                    size("text", size, () -> Frame.text(json(size))),
                    size("binary", size, () -> Frame.binary(noise(size)))));
  }

  private static Stream<TortureCase> large() {
    return Stream.of(4 * MIB, 16 * MIB)
        .map(size -> size("text", size, () -> Frame.text(json(size))));
  }

  private static TortureCase size(String kind, int size, Supplier<Frame> message) {
    return of(
        "size." + kind + "." + size,
        "a compressed message of " + size + " octets comes back",
        message,
        Integer.MAX_VALUE,
        Chunks.WHOLE);
  }

  private static Stream<TortureCase> fragments() {
    return Stream.of(61, 1300, 32768)
        .map(
            size ->
                of(
                    "fragments.1048576-in-" + size,
                    "a compressed message of 1 MiB in fragments of " + size + " octets comes back",
                    () -> Frame.text(json(MIB)),
                    size,
                    Chunks.WHOLE));
  }

  private static Stream<TortureCase> chunks() {
    return Stream.of(7, 1021)
        .map(
            size ->
                of(
                    "chunks.1048576-in-" + size,
                    "a compressed message of 1 MiB in writes of " + size + " octets comes back",
                    () -> Frame.text(json(MIB)),
                    Integer.MAX_VALUE,
                    new Chunks(size)));
  }

  private static TortureCase of(
      String name, String rule, Supplier<Frame> message, int fragment, Chunks chunks) {
    return TortureCase.of(
            "compression." + name,
            SECTION,
            rule,
            then(
                new Step.Send(wire -> fragments(wire, message.get(), fragment), chunks),
                new Step.Expect(() -> List.of(Steps.message(message.get())))))
        .opening(CompressionCases.opening(Deflate.PLAIN));
  }

  /** Cuts a message, once it is compressed. */
  static List<Frame> fragments(Wire wire, Frame message, int size) {
    Octets payload = wire.deflate(message.payload());
    List<Frame> frames = new ArrayList<>();
    for (int from = 0; from < payload.size(); from += size) {
      int to = size > payload.size() - from ? payload.size() : from + size;
      frames.add(
          new Frame(
              to == payload.size(),
              from == 0 ? Frame.RSV1 : 0,
              from == 0 ? message.opcode() : Frame.CONTINUATION,
              payload.slice(from, to)));
      if (to == payload.size()) {
        break;
      }
    }
    return frames;
  }

  private static Stream<TortureCase> many() {
    return Stream.of(16, 256, 4096, 32768)
        .flatMap(
            size ->
                Stream.of(
                    many("text", size, i -> Frame.text(json(size + i).substring(i))),
                    many("binary", size, i -> Frame.binary(noise(size + i)))));
  }

  private static TortureCase many(String kind, int size, IntFunction<Frame> message) {
    return TortureCase.of(
            "compression.round-trips." + kind + "." + size,
            SECTION,
            "200 compressed messages of about " + size + " octets come back, one by one",
            then(new Step.RoundTrips(200, message, true)))
        .opening(CompressionCases.opening(Deflate.PLAIN));
  }
}
