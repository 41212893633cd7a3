package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.compress;
import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.json;
import static org.xpcom4j.contract.suite.torture.Steps.letters;
import static org.xpcom4j.contract.suite.torture.Steps.message;
import static org.xpcom4j.contract.suite.torture.Steps.noise;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.sendCompressed;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.List;
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
    return Stream.of(parameters(), shapes(), refused(), negotiation()).flatMap(cases -> cases);
  }

  static Opening opening(Deflate deflate) {
    return new Opening.Compressed(deflate, List.of(deflate.header()));
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
    for (int bits : List.of(10, 11, 13, 14)) {
      cases.add(mix(new Deflate(false, false, bits, 15)));
      cases.add(mix(new Deflate(false, false, 15, bits)));
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
    return TortureCase.of(
            "compression.parameters." + name,
            PARAMETERS,
            "messages come back under " + deflate.header(),
            exchange())
        .opening(opening(deflate));
  }

  /** Messages that repeat themselves, one another, and nothing. */
  static Step[] exchange() {
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
    return then(steps);
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
    return CompressionLoadCases.fragments(wire, Frame.text(message), size);
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
        answer("twice", ", permessage-deflate"),
        answer("in-two-headers", "\r\nSec-WebSocket-Extensions: permessage-deflate"));
  }

  private static TortureCase answer(String name, String parameters) {
    return TortureCase.of(
            "compression.answer." + name,
            PARAMETERS,
            "an answer with \"" + parameters.replace("\r\n", " | ") + "\" fails the connection")
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
}
