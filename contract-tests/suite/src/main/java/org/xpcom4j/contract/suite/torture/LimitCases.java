package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;

/** Large messages, in one frame, in many, in odd chunks; and many small ones. */
final class LimitCases {
  private static final int KIB = 1024;
  private static final int MIB = KIB * KIB;
  private static final String SECTION = "5.2";

  private LimitCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(sizes(), fragments(), chunks(), roundTrips()).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> sizes() {
    return Stream.of(64 * KIB, 256 * KIB, MIB, 4 * MIB, 8 * MIB, 16 * MIB)
        .flatMap(
            size ->
                Stream.of(
                    echo("limits.text." + size, size, Chunks.WHOLE, () -> text(size)),
                    echo("limits.binary." + size, size, Chunks.WHOLE, () -> binary(size))));
  }

  private static Stream<TortureCase> chunks() {
    Stream<TortureCase> small =
        Stream.of(61, 127, 256, 509, 1021, 2048)
            .map(
                chunk ->
                    echo(
                        "limits.chunks.1048576-in-" + chunk,
                        MIB,
                        new Chunks(chunk),
                        () -> text(MIB)));
    Stream<TortureCase> large =
        Stream.of(4099, 65521)
            .map(
                chunk ->
                    echo(
                        "limits.chunks.16777216-in-" + chunk,
                        16 * MIB,
                        new Chunks(chunk),
                        () -> binary(16 * MIB)));
    Stream<TortureCase> binary =
        Stream.of(127, 2048)
            .map(
                chunk ->
                    echo(
                        "limits.chunks.binary-1048576-in-" + chunk,
                        MIB,
                        new Chunks(chunk),
                        () -> binary(MIB)));
    return Stream.of(small, large, binary).flatMap(cases -> cases);
  }

  private static TortureCase echo(String id, int size, Chunks chunks, Supplier<Frame> message) {
    return TortureCase.of(
        id,
        SECTION,
        "a message of " + size + " octets, in " + chunks + ", comes back whole",
        then(
            new Step.Send(wire -> List.of(message.get()), chunks),
            new Step.Expect(() -> List.of(Steps.message(message.get())))));
  }

  private static Stream<TortureCase> fragments() {
    Stream<TortureCase> even =
        Stream.of(64, 256, KIB, 4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, MIB)
            .flatMap(
                size ->
                    Stream.of(
                        inFragments("text", 2 * MIB, size, () -> text(2 * MIB)),
                        inFragments("binary", 2 * MIB, size, () -> binary(2 * MIB))));
    Stream<TortureCase> odd =
        Stream.of(
            inFragments("text", 64 * KIB, 1300, () -> text(64 * KIB)),
            inFragments("binary", 64 * KIB, 1300, () -> binary(64 * KIB)),
            inFragments("binary", 16 * MIB, 65_521, () -> binary(16 * MIB)));
    return Stream.concat(even, odd);
  }

  private static TortureCase inFragments(
      String kind, int total, int size, Supplier<Frame> message) {
    return TortureCase.of(
        "limits.fragments." + kind + "." + total + "-in-" + size,
        "5.4",
        "a message of " + total + " octets in fragments of " + size + " comes back whole",
        then(
            new Step.Send(wire -> cut(message.get(), size), Chunks.WHOLE),
            new Step.Expect(() -> List.of(Steps.message(message.get())))));
  }

  private static List<Frame> cut(Frame message, int size) {
    List<Frame> frames = new ArrayList<>();
    Octets payload = message.payload();
    for (int from = 0; from < payload.size(); from += size) {
      int to = Math.min(payload.size(), from + size);
      int opcode = from == 0 ? message.opcode() : Frame.CONTINUATION;
      frames.add(new Frame(to == payload.size(), 0, opcode, payload.slice(from, to)));
    }
    return frames;
  }

  private static Stream<TortureCase> roundTrips() {
    return Stream.of(0, 16, 256, 4 * KIB, 16 * KIB)
        .flatMap(
            size ->
                Stream.of(
                    trips("text", size, () -> text(size)),
                    trips("binary", size, () -> binary(size))));
  }

  private static TortureCase trips(String kind, int size, Supplier<Frame> message) {
    return TortureCase.of(
        "limits.round-trips." + kind + "." + size,
        SECTION,
        "200 messages of " + size + " octets come back, one by one",
        then(new Step.RoundTrips(200, i -> message.get(), false)));
  }

  /** Characters of one to four octets. */
  private static Frame text(int octets) {
    String pattern = "plain text, ä, €, 🙂; ";
    int size = Octets.utf8(pattern).size();
    return Frame.text(pattern.repeat(octets / size) + "x".repeat(octets % size));
  }

  private static Frame binary(int octets) {
    return Frame.binary(Steps.bytes(octets));
  }
}
