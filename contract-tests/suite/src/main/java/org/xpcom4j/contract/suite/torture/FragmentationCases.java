package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.answersClose;
import static org.xpcom4j.contract.suite.torture.Steps.bytes;
import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.failsAfter;
import static org.xpcom4j.contract.suite.torture.Steps.pongTo;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;

/** Messages in fragments, control frames among them, and fragments out of order. */
final class FragmentationCases {
  private static final String SECTION = "5.4";
  private static final Frame PING = Frame.ping("in between");
  private static final Frame FENCE = Frame.ping("fence");
  private static final List<Chunks> CHUNKS =
      List.of(Chunks.WHOLE, Chunks.SINGLE_OCTETS, new Chunks(3));

  private FragmentationCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(whole(), interleaved(), controlInFragments(), outOfOrder(), unfinished())
        .flatMap(cases -> cases);
  }

  private static Stream<TortureCase> whole() {
    return Stream.of(
            List.of("one", "two"),
            List.of("", "two"),
            List.of("one", ""),
            List.of("", ""),
            List.of("", "", ""),
            List.of("", "middle", ""),
            List.of("one", "", "three"),
            List.of("a", "b", "c", "d", "e", "f", "g", "h"))
        .flatMap(
            parts ->
                CHUNKS.stream()
                    .flatMap(
                        chunks ->
                            Stream.of(
                                fragments("text", Frame.TEXT, parts, chunks),
                                fragments("binary", Frame.BINARY, parts, chunks))));
  }

  private static TortureCase fragments(String kind, int opcode, List<String> parts, Chunks chunks) {
    String shape = String.join("-", parts.stream().map(part -> "" + part.length()).toList());
    return TortureCase.of(
        "fragmentation." + kind + "." + shape + suffix(chunks),
        SECTION,
        "fragments of " + shape + " octets are one message",
        then(
            send(chunks, cut(opcode, parts).toArray(Frame[]::new)),
            expect(new PeerEvent.Message(opcode, Octets.utf8(String.join("", parts))))));
  }

  private static List<Frame> cut(int opcode, List<String> parts) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Frame frame = Frame.of(i == 0 ? opcode : Frame.CONTINUATION, Octets.utf8(parts.get(i)));
      frames.add(i == parts.size() - 1 ? frame : frame.notFinal());
    }
    return frames;
  }

  private static Stream<TortureCase> interleaved() {
    List<Frame> five = cut(Frame.TEXT, List.of("1", "2", "3", "4", "5"));
    List<Frame> withPings = new ArrayList<>();
    List<PeerEvent> due = new ArrayList<>();
    for (Frame fragment : five) {
      withPings.add(fragment);
      if (!fragment.isFinal()) {
        Frame ping = Frame.ping("after " + fragment.payload().text().orElse(""));
        withPings.add(ping);
        due.add(pongTo(ping));
      }
    }
    due.add(text("12345"));
    return CHUNKS.stream()
        .flatMap(
            chunks ->
                Stream.of(
                    TortureCase.of(
                        "fragmentation.ping-between" + suffix(chunks),
                        SECTION,
                        "a ping between fragments is answered, and the message comes back",
                        then(
                            send(chunks, part("Hel"), PING, last("lo")),
                            expect(pongTo(PING), text("Hello")))),
                    TortureCase.of(
                        "fragmentation.pings-between-all" + suffix(chunks),
                        SECTION,
                        "pings between all fragments are answered in order",
                        then(
                            send(chunks, withPings.toArray(Frame[]::new)),
                            expect(due.toArray(PeerEvent[]::new)))),
                    TortureCase.of(
                        "fragmentation.ping-inside-character" + suffix(chunks),
                        SECTION,
                        "a ping inside a character of the text does not disturb it",
                        then(
                            send(
                                chunks,
                                Frame.of(Frame.TEXT, Octets.hex("f0 9f")).notFinal(),
                                PING,
                                Frame.of(Frame.CONTINUATION, Octets.hex("99 82"))),
                            expect(pongTo(PING), text("\uD83D\uDE42"))))));
  }

  private static Stream<TortureCase> controlInFragments() {
    return Stream.of(
            Frame.of(Frame.PING, bytes(4)), Frame.of(Frame.PONG, bytes(4)), Frame.close(1000, ""))
        .flatMap(
            frame -> {
              String kind =
                  frame.opcode() == Frame.PING
                      ? "ping"
                      : frame.opcode() == Frame.PONG ? "pong" : "close";
              return CHUNKS.stream()
                  .map(
                      chunks ->
                          TortureCase.of(
                              "fragmentation.control." + kind + suffix(chunks),
                              "5.5",
                              "a " + kind + " without FIN is refused",
                              send(chunks, frame.notFinal()),
                              fails(1002)));
            });
  }

  private static Stream<TortureCase> outOfOrder() {
    return Stream.of(
        wrong("lone-continuation.final", "a continuation that continues nothing", last("x")),
        wrong("lone-continuation.empty", "an empty continuation that continues nothing", last("")),
        wrong("lone-continuation.not-final", "a continuation that continues nothing", more("x")),
        wrong("lone-continuation.two", "continuations that continue nothing", more("x"), last("y")),
        wrong(
            "text-in-message.final", "a new text message in a message", part("x"), Frame.text("y")),
        wrong("text-in-message.not-final", "a new text message in a message", part("x"), part("y")),
        wrong(
            "binary-in-message.final",
            "a new binary message in a message",
            part("x"),
            Frame.binary(bytes(3))),
        wrong(
            "binary-in-message.not-final",
            "a new binary message in a message",
            part("x"),
            Frame.binary(bytes(3)).notFinal()),
        wrong(
            "empty-text-in-message",
            "an empty new message in a message",
            part("x"),
            more("y"),
            Frame.text("")),
        wrong(
            "text-in-binary",
            "a text frame as continuation of binary ones",
            Frame.binary(bytes(3)).notFinal(),
            Frame.text("y")),
        TortureCase.of(
            "fragmentation.order.continuation-after-message",
            SECTION,
            "a continuation behind a complete message fails the connection",
            send(part("Hel"), last("lo")),
            expect(text("Hello")),
            send(last("!")),
            fails(1002)),
        TortureCase.of(
            "fragmentation.order.continuation-in-the-same-write",
            SECTION,
            "a continuation in one write with a complete message fails the connection",
            send(Frame.text("Hello"), last("!")),
            failsAfter(text("Hello"), 1002)),
        TortureCase.of(
            "fragmentation.order.continuation-after-ping",
            SECTION,
            "a ping begins no message that could be continued",
            send(FENCE),
            expect(pongTo(FENCE)),
            send(last("x")),
            fails(1002)));
  }

  private static TortureCase wrong(String name, String what, Frame... frames) {
    return TortureCase.of(
        "fragmentation.order." + name,
        SECTION,
        what + " fails the connection",
        send(frames),
        fails(1002));
  }

  private static Stream<TortureCase> unfinished() {
    return Stream.of(
        TortureCase.of(
            "fragmentation.unfinished.not-delivered",
            SECTION,
            "nothing of a message comes back before it is complete",
            then(
                send(part("Hel"), FENCE),
                expect(pongTo(FENCE)),
                send(last("lo")),
                expect(text("Hello")))),
        TortureCase.of(
            "fragmentation.unfinished.close",
            "5.5.1",
            "a Close frame inside a message is answered, and the message is lost",
            send(part("Hel"), Frame.close(1000, "")),
            answersClose(1000)),
        TortureCase.of(
            "fragmentation.unfinished.end",
            "7.1.5",
            "the end of the stream inside a message ends the connection",
            send(part("Hel")),
            new Step.FinishSending(),
            new Step.ExpectEnd()));
  }

  private static Frame part(String text) {
    return Frame.text(text).notFinal();
  }

  private static Frame more(String text) {
    return last(text).notFinal();
  }

  private static Frame last(String text) {
    return Frame.of(Frame.CONTINUATION, Octets.utf8(text));
  }

  private static String suffix(Chunks chunks) {
    return chunks.equals(Chunks.WHOLE)
        ? ""
        : chunks.equals(Chunks.SINGLE_OCTETS) ? ".octetwise" : ".in-" + chunks.size();
  }
}
