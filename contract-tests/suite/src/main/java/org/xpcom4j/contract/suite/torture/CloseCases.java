package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.answersClose;
import static org.xpcom4j.contract.suite.torture.Steps.bytes;
import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.letters;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;

import java.util.Arrays;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.Side;

/** The closing handshake: codes, reasons, and what comes before, after or instead of it. */
final class CloseCases {
  private static final Frame NORMAL = Frame.close(1000, "");
  private static final Frame HELLO = Frame.text("Hello");

  private CloseCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(
            payloads(), validCodes(), invalidCodes(), around(), unanswered(), halves(), resets())
        .flatMap(cases -> cases);
  }

  private static Stream<TortureCase> payloads() {
    return Stream.of(
        answered("no-code", 1005, Frame.of(Frame.CLOSE, Octets.EMPTY)),
        answered("code-only", 1000, NORMAL),
        answered("reason", 1000, Frame.close(1000, "bye")),
        answered("reason-not-ascii", 1000, Frame.close(1000, "Tschüß, 世界 🙂")),
        answered("reason-longest", 1000, Frame.close(1000, letters(123))),
        TortureCase.of(
            "close.payload.octetwise",
            "5.5.1",
            "a Close frame is answered, however it arrives",
            send(Chunks.SINGLE_OCTETS, Frame.close(1000, "octet by octet")),
            answersClose(1000)),
        refused("1-octet", 1002, Octets.hex("03")),
        refused("126-octets", 1002, Octets.join(Octets.hex("03 e8"), Octets.utf8(letters(124)))),
        refused("65536-octets", 1002, Octets.join(Octets.hex("03 e8"), bytes(65534))),
        refused("reason-not-utf8", 1007, Octets.hex("03 e8 ce ba e1 bd b9 ed a0 80")),
        refused("reason-cut-character", 1007, Octets.hex("03 e8 61 f0 9f 99")),
        refused("reason-overlong", 1007, Octets.hex("03 e8 c0 af")));
  }

  private static TortureCase answered(String name, int code, Frame close) {
    return TortureCase.of(
        "close.payload." + name,
        "5.5.1",
        "a Close frame with " + close.payload() + " is answered",
        send(close),
        answersClose(code));
  }

  private static TortureCase refused(String name, int code, Octets payload) {
    return TortureCase.of(
        "close.payload." + name,
        code == 1007 ? "5.5.1 and 8.1" : "5.5",
        "a Close frame with " + payload + " fails the connection",
        send(Frame.of(Frame.CLOSE, payload)),
        code == 1007 ? fails(1007, 1002) : fails(1002));
  }

  private static Stream<TortureCase> validCodes() {
    Stream<TortureCase> defined =
        Stream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 3000, 3999, 4000, 4999)
            .map(CloseCases::valid);
    // 1010 is the client's and 1011 the server's, and 1012 to 1014 came after the RFC.
    Stream<TortureCase> later = Stream.of(1010, 1011, 1012, 1013, 1014).map(CloseCases::valid);
    return Stream.concat(defined, later.map(torture -> torture.at(Level.RECOMMENDED)));
  }

  private static TortureCase valid(int code) {
    return TortureCase.of(
        "close.code." + code,
        "7.4",
        "a Close frame with code " + code + " is answered",
        send(Frame.close(code, "")),
        answersClose(code));
  }

  private static Stream<TortureCase> invalidCodes() {
    Stream<TortureCase> invalid =
        Stream.of(0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999)
            .flatMap(code -> Stream.of(invalid(code, "", ""), invalid(code, ".reason", "because")));
    return Stream.concat(
        invalid, Stream.of(5000, 65535).map(code -> invalid(code, "", "").at(Level.INFORMATIONAL)));
  }

  private static TortureCase invalid(int code, String suffix, String reason) {
    return TortureCase.of(
        "close.code." + code + suffix,
        "7.4",
        "a Close frame with code " + code + ", which may not be sent, fails the connection",
        send(Frame.close(code, reason)),
        fails(1002));
  }

  private static Stream<TortureCase> around() {
    return Stream.of(
        TortureCase.of(
            "close.after.text",
            "5.5.1",
            "a message behind a Close frame is not read",
            send(NORMAL, HELLO),
            answersClose(1000)),
        TortureCase.of(
            "close.after.ping",
            "5.5.1",
            "a ping behind a Close frame is not answered",
            send(NORMAL, Frame.ping("too late")),
            answersClose(1000)),
        TortureCase.of(
            "close.after.continuation",
            "5.5.1",
            "the rest of a message behind a Close frame is not read",
            send(HELLO.notFinal(), NORMAL, Frame.of(Frame.CONTINUATION, Octets.utf8("!"))),
            answersClose(1000)),
        TortureCase.of(
            "close.after.close",
            "5.5.1",
            "a second Close frame is not answered",
            send(NORMAL, Frame.close(1001, "again")),
            answersClose(1000)),
        TortureCase.of(
            "close.after.garbage",
            "5.5.1",
            "what comes behind a Close frame does not count",
            send(NORMAL, Frame.of(7, Octets.EMPTY).withReserved(7)),
            answersClose(1000)),
        TortureCase.of(
            "close.before.text",
            "5.5.1",
            "a Close frame in one write with a message is answered, the message perhaps",
            send(HELLO, NORMAL),
            answersClose(1000, text("Hello"))),
        TortureCase.of(
            "close.before.echo-taken",
            "5.5.1",
            "a Close frame after an echo is answered",
            send(HELLO),
            expect(text("Hello")),
            send(NORMAL),
            answersClose(1000)),
        TortureCase.of(
            "close.before.large-message",
            "5.5.1",
            "a Close frame is answered even while a large echo is due",
            send(Frame.text(letters(262_144)), NORMAL),
            answersClose(1000, text(letters(262_144)))),
        TortureCase.of(
            "close.crossing.violation-first",
            "7.1.5",
            "a violation and a Close frame behind it cause one Close frame",
            send(Frame.of(3, Octets.EMPTY), NORMAL),
            fails(1002)),
        TortureCase.of(
            "close.missing.end",
            "7.1.5",
            "the end of the stream without a Close frame ends the connection",
            send(HELLO),
            expect(text("Hello")),
            new Step.FinishSending(),
            new Step.ExpectEnd()),
        TortureCase.of(
            "close.missing.end-inside-frame",
            "7.1.5",
            "the end of the stream inside a frame ends the connection",
            Steps.sendPart(HELLO, 2),
            new Step.FinishSending(),
            new Step.ExpectEnd()),
        TortureCase.of(
            "close.missing.end-at-once",
            "7.1.5",
            "a connection that ends at once is ended",
            new Step.FinishSending(),
            new Step.ExpectEnd()));
  }

  /** Patience with a peer that does not do its part ends some time; when, is the endpoint's choice. */
  private static Stream<TortureCase> unanswered() {
    return Stream.of(
        TortureCase.of(
                "close.unanswered.after-violation",
                "7.1.7",
                "an endpoint whose Close frame is not answered ends the connection by itself",
                send(Frame.of(3, Octets.EMPTY)),
                Steps.awaitClose(1002),
                new Step.ExpectAbandon())
            .at(Level.RECOMMENDED),
        TortureCase.of(
                "close.unanswered.while-we-send-on",
                "7.1.7",
                "what comes behind a violation does not keep the connection alive",
                send(Frame.of(3, Octets.EMPTY)),
                Steps.awaitClose(1002),
                send(HELLO, Frame.ping("still here"), HELLO),
                new Step.ExpectAbandon())
            .at(Level.RECOMMENDED),
        TortureCase.of(
                "close.unanswered.server-never-ends",
                "7.1.1",
                "a client ends a closed connection by itself, when the server does not",
                send(NORMAL),
                Steps.awaitClose(1000),
                new Step.ExpectAbandon())
            .at(Level.RECOMMENDED)
            .onlyFor(Side.CLIENT));
  }

  private static Stream<TortureCase> halves() {
    return Stream.of(
        TortureCase.of(
                "close.half.behind-close-frame",
                "7.1.1",
                "a Close frame is answered, though the peer's half of the stream has ended",
                send(NORMAL),
                new Step.FinishSending(),
                answersClose(1000))
            .at(Level.RECOMMENDED),
        TortureCase.of(
                "close.half.behind-message",
                "7.1.5",
                "a message with the end of the stream behind it still comes back",
                send(HELLO),
                new Step.FinishSending(),
                expect(text("Hello")),
                new Step.ExpectEnd())
            .at(Level.INFORMATIONAL),
        TortureCase.of(
            "close.half.inside-message",
            "7.1.5",
            "the end of the stream between fragments ends the connection",
            send(HELLO.notFinal()),
            new Step.FinishSending(),
            new Step.ExpectEnd()));
  }

  /** Nothing is heard after a reset: that the endpoint has stood it, the next case shows. */
  private static Stream<TortureCase> resets() {
    return Stream.of(
        reset("at-once"),
        reset("after-message", send(HELLO), expect(text("Hello"))),
        reset("inside-frame", Steps.sendPart(Frame.text(letters(1000)), 500)),
        reset("inside-message", send(HELLO.notFinal())),
        reset("while-echo-is-due", send(Frame.binary(bytes(1 << 20)))),
        reset("behind-close-frame", send(NORMAL)),
        reset("in-closing-handshake", send(NORMAL), Steps.awaitClose(1000)),
        reset("after-violation", send(Frame.of(3, Octets.EMPTY)), Steps.awaitClose(1002)));
  }

  private static TortureCase reset(String name, Step... before) {
    Step[] steps = Arrays.copyOf(before, before.length + 1);
    steps[before.length] = new Step.Reset();
    return TortureCase.of(
            "close.reset." + name, "7.1.5", "a reset does no harm to later connections", steps)
        .at(Level.INFORMATIONAL);
  }
}
