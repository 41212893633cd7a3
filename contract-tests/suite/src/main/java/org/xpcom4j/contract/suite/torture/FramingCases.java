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
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.FrameWriter;
import org.xpcom4j.contract.kit.websocket.LengthForm;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.kit.websocket.Wire;

/** Sizes around the borders of the length forms, in all chunks; wrong lengths; masks. */
final class FramingCases {
  private static final int KEY = 0x37FA213D;

  private FramingCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(sizes(), chunked(), lengths(), masks()).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> sizes() {
    return Stream.of(0, 1, 125, 126, 127, 128, 65535, 65536)
        .flatMap(
            size ->
                Stream.of(
                    echo("framing.text." + size, Frame.text(letters(size)), Chunks.WHOLE),
                    echo("framing.binary." + size, Frame.binary(bytes(size)), Chunks.WHOLE)));
  }

  private static Stream<TortureCase> chunked() {
    Stream<TortureCase> octets =
        Stream.of(0, 1, 125, 126, 127, 128)
            .flatMap(
                size ->
                    Stream.of(
                        echo(
                            "framing.text." + size + ".octetwise",
                            Frame.text(letters(size)),
                            Chunks.SINGLE_OCTETS),
                        echo(
                            "framing.binary." + size + ".octetwise",
                            Frame.binary(bytes(size)),
                            Chunks.SINGLE_OCTETS)));
    Stream<TortureCase> odd =
        Stream.of(997, 1460, 4093, 32771)
            .flatMap(
                chunk ->
                    Stream.of(
                        echo(
                            "framing.text.65535.in-" + chunk,
                            Frame.text(letters(65535)),
                            new Chunks(chunk)),
                        echo(
                            "framing.binary.65536.in-" + chunk,
                            Frame.binary(bytes(65536)),
                            new Chunks(chunk))));
    List<Frame> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(i % 2 == 0 ? Frame.text(letters(i * 7)) : Frame.binary(bytes(i * 7)));
    }
    PeerEvent[] echoes = many.stream().map(Steps::message).toArray(PeerEvent[]::new);
    Frame[] frames = many.toArray(Frame[]::new);
    Stream<TortureCase> together =
        Stream.of(Chunks.WHOLE, new Chunks(3), new Chunks(128), new Chunks(1009))
            .map(
                chunks ->
                    TortureCase.of(
                        "framing.many-messages.in-" + nameOf(chunks),
                        "5.2",
                        "messages that come together, in " + chunks + ", are told apart",
                        then(send(chunks, frames), expect(echoes))));
    return Stream.of(octets, odd, together).flatMap(cases -> cases);
  }

  private static String nameOf(Chunks chunks) {
    return chunks.equals(Chunks.WHOLE) ? "one" : Integer.toString(chunks.size());
  }

  private static TortureCase echo(String id, Frame frame, Chunks chunks) {
    return TortureCase.of(
        id,
        "5.2",
        "a message of " + frame.payload().size() + " octets, in " + chunks + ", comes back whole",
        then(send(chunks, frame), expect(message(frame))));
  }

  private static Stream<TortureCase> lengths() {
    return Stream.of(
        longForm("framing.length.5-in-16-bits", Frame.text("Hello"), LengthForm.BITS_16),
        longForm("framing.length.5-in-64-bits", Frame.text("Hello"), LengthForm.BITS_64),
        longForm("framing.length.125-in-16-bits", Frame.text(letters(125)), LengthForm.BITS_16),
        longForm("framing.length.126-in-64-bits", Frame.text(letters(126)), LengthForm.BITS_64),
        longForm("framing.length.65535-in-64-bits", Frame.binary(bytes(65535)), LengthForm.BITS_64),
        announced(
            "framing.length.highest-bit",
            "a length whose highest bit is set fails the connection",
            "80 00 00 00 00 00 00 05"),
        announced(
                "framing.length.2-to-the-62",
                "a length that nobody can hold is refused before its octets come",
                "40 00 00 00 00 00 00 00")
            .at(Level.RECOMMENDED));
  }

  private static TortureCase longForm(String id, Frame frame, LengthForm form) {
    return TortureCase.of(
            id,
            "5.2",
            "a length in a longer form than it needs is refused",
            new Step.SendBytes(
                wire -> encode(wire, frame, form), Chunks.WHOLE, frame + ", length in " + form),
            fails(1002))
        .at(Level.RECOMMENDED);
  }

  private static TortureCase announced(String id, String rule, String length) {
    return TortureCase.of(
        id,
        "5.2",
        rule,
        new Step.SendBytes(
            wire ->
                Octets.join(
                    Octets.hex(wire.side() == Side.CLIENT ? "82 ff" : "82 7f"),
                    Octets.hex(length),
                    wire.side() == Side.CLIENT ? Octets.hex("00 00 00 00") : Octets.EMPTY,
                    Octets.utf8("Hello")),
            Chunks.WHOLE,
            "a frame that announces " + length + " octets"),
        fails(1002, 1009));
  }

  private static Stream<TortureCase> masks() {
    return Stream.of(
        TortureCase.of(
                "framing.mask.from-server",
                "5.1",
                "a client refuses a server's frame that is masked",
                new Step.SendBytes(
                    wire -> FrameWriter.masked(Frame.text("Hello"), LengthForm.SHORTEST, KEY),
                    Chunks.WHOLE,
                    "a masked text frame"),
                fails(1002))
            .onlyFor(Side.CLIENT),
        TortureCase.of(
                "framing.mask.from-server.empty",
                "5.1",
                "a client refuses a server's masked frame without payload",
                new Step.SendBytes(
                    wire -> FrameWriter.masked(Frame.ping(""), LengthForm.SHORTEST, KEY),
                    Chunks.WHOLE,
                    "a masked ping"),
                fails(1002))
            .onlyFor(Side.CLIENT),
        TortureCase.of(
                "framing.mask.missing",
                "5.1",
                "a server refuses a client's frame that is not masked",
                new Step.SendBytes(
                    wire -> FrameWriter.unmasked(Frame.text("Hello"), LengthForm.SHORTEST),
                    Chunks.WHOLE,
                    "a text frame without mask"),
                fails(1002))
            .onlyFor(Side.SERVER),
        TortureCase.of(
                "framing.mask.missing.empty",
                "5.1",
                "a server refuses a client's ping that is not masked",
                new Step.SendBytes(
                    wire -> FrameWriter.unmasked(Frame.ping(""), LengthForm.SHORTEST),
                    Chunks.WHOLE,
                    "a ping without mask"),
                fails(1002))
            .onlyFor(Side.SERVER),
        key("zero", 0),
        key("all-ones", -1),
        key("one-octet", 0x000000FF));
  }

  private static TortureCase key(String name, int key) {
    return TortureCase.of(
            "framing.mask.key-" + name,
            "5.3",
            "every masking key is a key",
            then(
                new Step.SendBytes(
                    wire -> FrameWriter.masked(Frame.text("Hello, mask"), LengthForm.SHORTEST, key),
                    Chunks.WHOLE,
                    "text masked with " + Integer.toHexString(key)),
                expect(text("Hello, mask"))))
        .onlyFor(Side.SERVER);
  }

  /** Encodes as our side does, with the length in another form. */
  static Octets encode(Wire wire, Frame frame, LengthForm form) {
    return wire.side() == Side.CLIENT
        ? FrameWriter.masked(frame, form, KEY)
        : FrameWriter.unmasked(frame, form);
  }
}
