package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;

/** Reserved bits and reserved opcodes: whoever does not know them fails the connection. */
final class ReservedCases {
  private static final Octets PAYLOAD = Octets.utf8("reserved");
  private static final Frame HELLO = Frame.text("Hello");
  private static final Frame PING = Frame.ping("too late");

  private ReservedCases() {}

  static Stream<TortureCase> all() {
    return Stream.concat(bits(), opcodes());
  }

  private static Stream<TortureCase> bits() {
    return IntStream.rangeClosed(1, 7)
        .boxed()
        .flatMap(
            bits ->
                Stream.of(
                    bit(bits, "text", Frame.text("reserved")),
                    bit(bits, "binary", Frame.binary(PAYLOAD)),
                    bit(bits, "ping", Frame.ping("reserved")),
                    bit(bits, "pong", Frame.of(Frame.PONG, PAYLOAD)),
                    bit(bits, "close", Frame.close(1000, "")),
                    continuation(bits),
                    octetwise(bits),
                    afterMessage(
                        "bits." + bits + ".after-message",
                        "reserved bits " + bits + " behind a good message fail the connection",
                        Frame.text("reserved").withReserved(bits))));
  }

  private static TortureCase bit(int bits, String kind, Frame frame) {
    return TortureCase.of(
        "reserved.bits." + bits + "." + kind,
        "5.2",
        "reserved bits " + bits + " on a frame (" + kind + ") fail the connection",
        send(frame.withReserved(bits)),
        fails(1002));
  }

  private static TortureCase continuation(int bits) {
    return TortureCase.of(
        "reserved.bits." + bits + ".continuation",
        "5.2",
        "reserved bits " + bits + " on a continuation fail the connection",
        send(HELLO.notFinal(), Frame.of(Frame.CONTINUATION, PAYLOAD).withReserved(bits)),
        fails(1002));
  }

  private static TortureCase octetwise(int bits) {
    return TortureCase.of(
        "reserved.bits." + bits + ".octetwise",
        "5.2",
        "reserved bits " + bits + " fail the connection, however the frame arrives",
        send(Chunks.SINGLE_OCTETS, Frame.text("reserved").withReserved(bits)),
        fails(1002));
  }

  private static Stream<TortureCase> opcodes() {
    return Stream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
        .flatMap(
            opcode ->
                Stream.of(
                    TortureCase.of(
                        "reserved.opcode." + opcode + ".empty",
                        "5.2",
                        "opcode " + opcode + " without payload fails the connection",
                        send(Frame.of(opcode, Octets.EMPTY)),
                        fails(1002)),
                    TortureCase.of(
                        "reserved.opcode." + opcode + ".payload",
                        "5.2",
                        "opcode " + opcode + " with payload fails the connection",
                        send(Frame.of(opcode, PAYLOAD)),
                        fails(1002)),
                    TortureCase.of(
                        "reserved.opcode." + opcode + ".octetwise",
                        "5.2",
                        "opcode " + opcode + " fails the connection, however the frame arrives",
                        send(Chunks.SINGLE_OCTETS, Frame.of(opcode, PAYLOAD)),
                        fails(1002)),
                    TortureCase.of(
                        "reserved.opcode." + opcode + ".between-fragments",
                        "5.2",
                        "opcode " + opcode + " between fragments fails the connection",
                        send(HELLO.notFinal(), Frame.of(opcode, Octets.EMPTY)),
                        fails(1002)),
                    afterMessage(
                        "opcode." + opcode + ".after-message",
                        "opcode " + opcode + " behind a good message fails the connection",
                        Frame.of(opcode, PAYLOAD))));
  }

  /** The message is answered first; the ping behind the violation must not be. */
  private static TortureCase afterMessage(String name, String rule, Frame wrong) {
    return TortureCase.of(
        "reserved." + name,
        "5.2",
        rule,
        send(HELLO),
        expect(text("Hello")),
        send(wrong, PING),
        fails(1002));
  }
}
