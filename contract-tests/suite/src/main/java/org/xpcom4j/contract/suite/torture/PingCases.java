package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.bytes;
import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.letters;
import static org.xpcom4j.contract.suite.torture.Steps.pongTo;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.LengthForm;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;

/** Pings and pongs. */
final class PingCases {
  private static final Frame FENCE = Frame.ping("fence");

  private PingCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(answered(), several(), refused(), unasked()).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> answered() {
    return Stream.of(
            payload("empty", Octets.EMPTY),
            payload("text", Octets.utf8("Hello, world!")),
            payload("not-utf8", Octets.hex("00 ff fe fd fc fb 00 ff")),
            payload("1", bytes(1)),
            payload("124", bytes(124)),
            payload("125", bytes(125)))
        .flatMap(
            named ->
                Stream.of(Chunks.WHOLE, Chunks.SINGLE_OCTETS)
                    .map(
                        chunks ->
                            TortureCase.of(
                                "ping.payload." + named.name() + suffix(chunks),
                                "5.5.2",
                                "a ping is answered by a pong with the same payload",
                                then(send(chunks, named.ping()), expect(pongTo(named.ping()))))));
  }

  private record Named(String name, Frame ping) {}

  private static Named payload(String name, Octets payload) {
    return new Named(name, Frame.of(Frame.PING, payload));
  }

  private static Stream<TortureCase> several() {
    Frame[] ten =
        IntStream.range(0, 10).mapToObj(i -> Frame.ping("ping " + i)).toArray(Frame[]::new);
    PeerEvent[] pongs = Arrays.stream(ten).map(Steps::pongTo).toArray(PeerEvent[]::new);
    Frame hello = Frame.text("Hello");
    return Stream.concat(
        Stream.of(Chunks.WHOLE, Chunks.SINGLE_OCTETS, new Chunks(7))
            .map(
                chunks ->
                    TortureCase.of(
                        "ping.ten" + suffix(chunks),
                        "5.5.3",
                        "ten pings are answered in order; to answer the last one only is allowed",
                        then(send(chunks, ten), expect(pongs)))),
        Stream.of(
            TortureCase.of(
                "ping.before-message",
                "5.5.2",
                "a ping and a message behind it are both answered",
                then(send(FENCE, hello), expect(pongTo(FENCE), text("Hello")))),
            TortureCase.of(
                "ping.after-message",
                "5.5.2",
                "a message and a ping behind it are both answered",
                then(send(hello, FENCE), expect(text("Hello"), pongTo(FENCE)))),
            TortureCase.of(
                "ping.in-long-message",
                "5.5.2",
                "a ping between the fragments of a long message is answered before the message ends",
                then(
                    send(Frame.text(letters(100_000)).notFinal(), FENCE),
                    expect(pongTo(FENCE)),
                    send(Frame.of(Frame.CONTINUATION, Octets.utf8(letters(10)))),
                    expect(text(letters(100_000) + letters(10)))))));
  }

  private static Stream<TortureCase> refused() {
    return Stream.of(tooLong("ping", Frame.PING), tooLong("pong", Frame.PONG))
        .flatMap(
            control ->
                Stream.of(
                    TortureCase.of(
                        "ping.refused." + control.name() + "-126",
                        "5.5",
                        "a " + control.name() + " of 126 octets is refused",
                        send(Frame.of(control.ping().opcode(), bytes(126))),
                        fails(1002)),
                    TortureCase.of(
                        "ping.refused." + control.name() + "-126.octetwise",
                        "5.5",
                        "a " + control.name() + " of 126 octets, octet by octet, is refused",
                        send(Chunks.SINGLE_OCTETS, Frame.of(control.ping().opcode(), bytes(126))),
                        fails(1002)),
                    TortureCase.of(
                        "ping.refused." + control.name() + "-65536",
                        "5.5",
                        "a " + control.name() + " of 65536 octets is refused",
                        send(control.ping()),
                        fails(1002)),
                    TortureCase.of(
                            "ping.refused." + control.name() + "-long-form",
                            "5.2",
                            "a small " + control.name() + " with its length in 16 bits is refused",
                            new Step.SendBytes(
                                wire ->
                                    FramingCases.encode(
                                        wire,
                                        Frame.of(control.ping().opcode(), bytes(5)),
                                        LengthForm.BITS_16),
                                Chunks.WHOLE,
                                "a " + control.name() + ", length in 16 bits"),
                            fails(1002))
                        .at(Level.RECOMMENDED)));
  }

  private static Named tooLong(String name, int opcode) {
    return new Named(name, Frame.of(opcode, bytes(65536)));
  }

  private static Stream<TortureCase> unasked() {
    Frame empty = Frame.of(Frame.PONG, Octets.EMPTY);
    Frame full = Frame.of(Frame.PONG, Octets.utf8("nobody asked"));
    return Stream.of(
        quiet("empty", send(empty)),
        quiet("payload", send(full)),
        quiet("octetwise", send(Chunks.SINGLE_OCTETS, full)),
        quiet("ten", send(full, full, full, full, full, full, full, full, full, full)),
        TortureCase.of(
            "ping.unasked-pong.between-fragments",
            "5.5.3",
            "a pong that nobody asked for does not disturb a message",
            then(
                send(
                    Frame.text("Hel").notFinal(),
                    full,
                    Frame.of(Frame.CONTINUATION, Octets.utf8("lo"))),
                expect(text("Hello")))));
  }

  private static TortureCase quiet(String name, Step pongs) {
    return TortureCase.of(
        "ping.unasked-pong." + name,
        "5.5.3",
        "a pong that nobody asked for is not answered",
        then(pongs, send(FENCE), expect(pongTo(FENCE))));
  }

  private static String suffix(Chunks chunks) {
    return chunks.equals(Chunks.WHOLE)
        ? ""
        : chunks.equals(Chunks.SINGLE_OCTETS) ? ".octetwise" : ".in-" + chunks.size();
  }
}
