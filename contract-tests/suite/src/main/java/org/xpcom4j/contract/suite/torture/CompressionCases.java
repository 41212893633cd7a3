package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.bytes;
import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.letters;
import static org.xpcom4j.contract.suite.torture.Steps.message;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.IncomingConnection;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.kit.websocket.Wire;

/** permessage-deflate (RFC 7692): every mix of parameters, every kind of block, and what must be refused. */
final class CompressionCases {
  private static final String MESSAGES = "7.2 of RFC 7692";
  private static final String PARAMETERS = "7.1 of RFC 7692";
  private static final Opening PLAIN = opening(Deflate.PLAIN);

  private CompressionCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(parameters(), sizes(), shapes(), refused(), negotiation())
        .flatMap(cases -> cases);
  }

  private static Opening opening(Deflate deflate) {
    return new Opening.Compressed(deflate, deflate.header());
  }

  private static Stream<TortureCase> parameters() {
    List<TortureCase> cases = new ArrayList<>();
    for (boolean serverFresh : List.of(false, true)) {
      for (boolean clientFresh : List.of(false, true)) {
        for (int serverBits : List.of(15, 12, 9, 8)) {
          for (int clientBits : List.of(15, 12, 9, 8)) {
            cases.add(mix(new Deflate(serverFresh, clientFresh, serverBits, clientBits)));
          }
        }
      }
    }
    return cases.stream();
  }

  private static TortureCase mix(Deflate deflate) {
    String name =
        "server-"
            + deflate.serverMaxWindowBits()
            + (deflate.serverNoContextTakeover() ? "-fresh" : "")
            + ".client-"
            + deflate.clientMaxWindowBits()
            + (deflate.clientNoContextTakeover() ? "-fresh" : "");
    List<Supplier<Frame>> messages =
        List.of(
            () -> Frame.text("Hello"),
            () -> Frame.text("Hello"),
            () -> Frame.text(""),
            () -> Frame.text(json(3000)),
            () -> Frame.text(json(40_000)),
            () -> Frame.binary(noise(20_000)),
            () -> Frame.text(json(40_000)));
    Step[] steps = new Step[messages.size() * 2];
    for (int i = 0; i < messages.size(); i++) {
      Supplier<Frame> message = messages.get(i);
      steps[2 * i] = sendCompressed(message);
      steps[2 * i + 1] = new Step.Expect(() -> List.of(message(message.get())));
    }
    return TortureCase.of(
            "compression.parameters." + name,
            PARAMETERS,
            "messages come back under " + deflate.header(),
            then(steps))
        .opening(opening(deflate));
  }

  private static Step sendCompressed(Supplier<Frame> message) {
    return new Step.Send(wire -> List.of(compress(wire, message.get())), Chunks.WHOLE);
  }

  private static Frame compress(Wire wire, Frame message) {
    return new Frame(true, Frame.RSV1, message.opcode(), wire.deflate(message.payload()));
  }

  private static Stream<TortureCase> sizes() {
    return Stream.of(0, 1, 64, 1024, 8192, 65536, 131_072, 1_048_576)
        .flatMap(
            size ->
                Stream.of(
                    size("text", size, () -> Frame.text(json(size))),
                    size("binary", size, () -> Frame.binary(noise(size)))));
  }

  private static TortureCase size(String kind, int size, Supplier<Frame> message) {
    return TortureCase.of(
            "compression.size." + kind + "." + size,
            MESSAGES,
            "a compressed message of " + size + " octets comes back",
            then(sendCompressed(message), new Step.Expect(() -> List.of(message(message.get())))))
        .opening(PLAIN);
  }

  private static Stream<TortureCase> shapes() {
    Frame ping = Frame.ping("between");
    return Stream.of(
            TortureCase.of(
                "compression.shape.uncompressed",
                MESSAGES,
                "a message without RSV1 is not compressed",
                then(send(Frame.text("as it is")), expect(text("as it is")))),
            TortureCase.of(
                "compression.shape.alternating",
                MESSAGES,
                "compressed and other messages may take turns",
                then(
                    sendCompressed(() -> Frame.text("one")),
                    expect(text("one")),
                    send(Frame.text("two")),
                    expect(text("two")),
                    sendCompressed(() -> Frame.text("one two")),
                    expect(text("one two")))),
            TortureCase.of(
                "compression.shape.fragments",
                MESSAGES,
                "only the first fragment of a compressed message has RSV1",
                then(
                    new Step.Send(wire -> fragments(wire, json(4000), 100), Chunks.WHOLE),
                    expect(text(json(4000))))),
            TortureCase.of(
                "compression.shape.fragments-of-one-octet",
                MESSAGES,
                "a compressed message may be cut anywhere",
                then(
                    new Step.Send(wire -> fragments(wire, json(500), 1), Chunks.WHOLE),
                    expect(text(json(500))))),
            TortureCase.of(
                "compression.shape.octetwise",
                MESSAGES,
                "a compressed message may arrive octet by octet",
                then(
                    new Step.Send(
                        wire -> List.of(compress(wire, Frame.text(json(500)))),
                        Chunks.SINGLE_OCTETS),
                    expect(text(json(500))))),
            TortureCase.of(
                "compression.shape.ping-between-fragments",
                MESSAGES,
                "control frames between compressed fragments are not compressed",
                then(
                    new Step.Send(
                        wire -> {
                          List<Frame> frames = new ArrayList<>(fragments(wire, json(400), 50));
                          frames.add(1, ping);
                          return frames;
                        },
                        Chunks.WHOLE),
                    expect(new PeerEvent.Pong(ping.payload()), text(json(400))))),
            raw("empty", "an empty message is one octet", "00", ""),
            raw("empty-fixed-block", "an empty message is an empty fixed block", "02 00", ""),
            raw("hello", "the RFC's example", "f2 48 cd c9 c9 07 00", "Hello"),
            raw("stored-block", "a stored block", "00 05 00 fa ff 48 65 6c 6c 6f 00", "Hello"),
            raw("final-block", "a block with the final bit", "f3 48 cd c9 c9 07 00 00", "Hello"),
            raw(
                "two-blocks",
                "two blocks with an empty stored one between them",
                "f2 48 05 00 00 00 ff ff ca c9 c9 07 00",
                "Hello"))
        .map(torture -> torture.opening(PLAIN));
  }

  private static TortureCase raw(String name, String what, String hex, String message) {
    return TortureCase.of(
        "compression.shape." + name,
        "7.2.3 of RFC 7692",
        what + " is understood",
        then(
            send(Frame.of(Frame.TEXT, Octets.hex(hex)).withReserved(Frame.RSV1)),
            expect(text(message))));
  }

  private static List<Frame> fragments(Wire wire, String message, int size) {
    Octets payload = wire.deflate(Octets.utf8(message));
    List<Frame> frames = new ArrayList<>();
    for (int from = 0; from < payload.size(); from += size) {
      int to = Math.min(payload.size(), from + size);
      frames.add(
          new Frame(
              to == payload.size(),
              from == 0 ? Frame.RSV1 : 0,
              from == 0 ? Frame.TEXT : Frame.CONTINUATION,
              payload.slice(from, to)));
    }
    return frames;
  }

  private static Stream<TortureCase> refused() {
    return Stream.of(
            TortureCase.of(
                "compression.refused.continuation",
                "6 of RFC 7692",
                "RSV1 on a continuation fails the connection",
                new Step.Send(
                    wire -> {
                      List<Frame> frames = new ArrayList<>(fragments(wire, letters(300), 50));
                      frames.set(1, frames.get(1).withReserved(Frame.RSV1));
                      return frames;
                    },
                    Chunks.WHOLE),
                fails(1002)),
            TortureCase.of(
                "compression.refused.ping",
                "6 of RFC 7692",
                "RSV1 on a ping fails the connection",
                send(Frame.ping("x").withReserved(Frame.RSV1)),
                fails(1002)),
            TortureCase.of(
                "compression.refused.close",
                "6 of RFC 7692",
                "RSV1 on a Close frame fails the connection",
                send(Frame.close(1000, "").withReserved(Frame.RSV1)),
                fails(1002)),
            TortureCase.of(
                "compression.refused.rsv2",
                "5.2",
                "RSV2 stays reserved",
                new Step.Send(
                    wire -> List.of(compress(wire, Frame.text("x")).withReserved(6)), Chunks.WHOLE),
                fails(1002)),
            broken("block-type-3", "06 00"),
            broken("distance-too-far", "f2 00 11 00 00"),
            broken("stored-length", "00 05 00 00 00 48 65 6c 6c 6f 00"),
            TortureCase.of(
                "compression.refused.not-utf8",
                "8.1",
                "compressed text that is no UTF-8 fails the connection",
                new Step.Send(
                    wire ->
                        List.of(compress(wire, Frame.of(Frame.TEXT, Octets.hex("48 ed a0 80 48")))),
                    Chunks.WHOLE),
                fails(1007)))
        .map(torture -> torture.opening(PLAIN));
  }

  private static TortureCase broken(String name, String hex) {
    return TortureCase.of(
        "compression.refused." + name,
        MESSAGES,
        "what cannot be inflated fails the connection",
        send(Frame.of(Frame.TEXT, Octets.hex(hex)).withReserved(Frame.RSV1)),
        fails(1002, 1007));
  }

  private static Stream<TortureCase> negotiation() {
    return Stream.of(
        answer("unknown-parameter", "; x-unknown=1"),
        answer("repeated-parameter", "; server_no_context_takeover; server_no_context_takeover"),
        answer("bits-7", "; server_max_window_bits=7"),
        answer("bits-16", "; server_max_window_bits=16"),
        answer("bits-none", "; server_max_window_bits"),
        answer("bits-word", "; server_max_window_bits=many"),
        answer("bits-leading-zero", "; server_max_window_bits=08"),
        answer("takeover-value", "; client_no_context_takeover=1"),
        answer("twice", ", permessage-deflate"));
  }

  private static TortureCase answer(String name, String parameters) {
    return TortureCase.of(
            "compression.answer." + name,
            PARAMETERS,
            "an answer with \"" + parameters + "\" fails the connection")
        .opening(new Opening.BadAnswer(client -> head(client, Deflate.NAME + parameters)))
        .onlyFor(Side.CLIENT);
  }

  private static String head(IncomingConnection client, String extensions) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + client.acceptValue()
        + "\r\nSec-WebSocket-Extensions: "
        + extensions
        + "\r\n\r\n";
  }

  /** Text that compresses well, with repetitions near and far. */
  private static String json(int size) {
    StringBuilder text = new StringBuilder(size + 64);
    for (int i = 0; text.length() < size; i++) {
      text.append("{\"id\":").append(i * 7919 % 1000).append(",\"name\":\"item\",\"on\":true}");
    }
    return text.substring(0, size);
  }

  /** Bytes that do not compress. */
  private static Octets noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return size < 2 ? bytes(size) : Octets.of(noise);
  }
}
