package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.fails;
import static org.xpcom4j.contract.suite.torture.Steps.failsSoon;
import static org.xpcom4j.contract.suite.torture.Steps.message;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;

/** Text: what is UTF-8 comes back in every split; what is not ends the connection, as soon as that is certain. */
final class Utf8Cases {
  private static final String SECTION = "8.1";
  private static final Octets BEFORE = Octets.utf8("κόσμε ");
  private static final Octets AFTER = Octets.utf8(" edited");

  private record Sample(String name, Octets octets) {}

  private static final List<Sample> VALID =
      List.of(
          sample("ascii", "48 65 6c 6c 6f 20 c2 b5 40 c3 9f c3 b6 c3 a4"),
          sample("greek", "ce ba e1 bd b9 cf 83 ce bc ce b5"),
          sample("nul", "00"),
          sample("first-of-2", "c2 80"),
          sample("first-of-3", "e0 a0 80"),
          sample("first-of-4", "f0 90 80 80"),
          sample("last-of-1", "7f"),
          sample("last-of-2", "df bf"),
          sample("last-of-3", "ef bf bf"),
          sample("last-of-4", "f4 8f bf bf"),
          sample("before-surrogates", "ed 9f bf"),
          sample("after-surrogates", "ee 80 80"),
          sample("replacement", "ef bf bd"),
          sample("noncharacter-fffe", "ef bf be"),
          sample("noncharacter-1ffff", "f0 9f bf bf"),
          sample("noncharacter-fdd0", "ef b7 90"),
          sample("noncharacters-of-all-planes", lastOfAllPlanes()),
          sample("byte-order-mark", "ef bb bf 61"),
          sample("emoji", "f0 9f 99 82 f0 9f 91 a9 e2 80 8d f0 9f 9a 80"),
          sample("all-lengths", "24 c2 a2 e2 82 ac f0 90 8d 88 24"));

  private static final List<Sample> INVALID =
      List.of(
          sample("continuation-alone-80", "80"),
          sample("continuation-alone-bf", "bf"),
          sample("continuations-2", "80 bf"),
          sample("continuations-6", "80 bf 80 bf 80 bf"),
          sample("starters-of-2", "c2 20 df 20"),
          sample("starters-of-3", "e0 20 ef 20"),
          sample("starters-of-4", "f0 20 f4 20"),
          sample("c0", "c0 80"),
          sample("c1", "c1 bf"),
          sample("f5", "f5 80 80 80"),
          sample("f8", "f8 88 80 80 80"),
          sample("fc", "fc 84 80 80 80 80"),
          sample("fe", "fe"),
          sample("ff", "ff"),
          sample("fe-fe-ff-ff", "fe fe ff ff"),
          sample("overlong-slash-2", "c0 af"),
          sample("overlong-slash-3", "e0 80 af"),
          sample("overlong-slash-4", "f0 80 80 af"),
          sample("overlong-slash-5", "f8 80 80 80 af"),
          sample("overlong-slash-6", "fc 80 80 80 80 af"),
          sample("overlong-highest-2", "c1 bf"),
          sample("overlong-highest-3", "e0 9f bf"),
          sample("overlong-highest-4", "f0 8f bf bf"),
          sample("overlong-nul-3", "e0 80 80"),
          sample("overlong-nul-4", "f0 80 80 80"),
          sample("surrogate-first-high", "ed a0 80"),
          sample("surrogate-last-high", "ed af bf"),
          sample("surrogate-first-low", "ed b0 80"),
          sample("surrogate-last-low", "ed bf bf"),
          sample("surrogate-pair", "ed a0 80 ed b0 80"),
          sample("above-10ffff", "f4 90 80 80"),
          sample("cut-3-after-1", "e1 20"),
          sample("cut-3-after-2", "e1 bd 20"),
          sample("cut-4-after-1", "f1 20"),
          sample("cut-4-after-2", "f1 80 20"),
          sample("cut-4-after-3", "f1 80 80 20"),
          sample("third-octet-wrong", "e2 82 28"),
          sample("fourth-octet-wrong", "f0 90 8c 28"),
          sample("cut-ones-in-a-row", "c3 e2 82 f0 9f 99 c3"),
          sample("latin1", "47 72 fc df 65"));

  private static final List<Sample> UNFINISHED =
      List.of(
          sample("2-after-1", "c3"),
          sample("3-after-1", "e2"),
          sample("3-after-2", "e2 82"),
          sample("4-after-1", "f0"),
          sample("4-after-2", "f0 9f"),
          sample("4-after-3", "f0 9f 99"));

  private Utf8Cases() {}

  /** U+FFFE and U+FFFF, and what corresponds to them in the planes above. */
  private static String lastOfAllPlanes() {
    StringBuilder text = new StringBuilder();
    for (int plane = 0; plane <= 16; plane++) {
      text.appendCodePoint(plane << 16 | 0xFFFE).appendCodePoint(plane << 16 | 0xFFFF);
    }
    return HexFormat.of().formatHex(Octets.utf8(text.toString()).toArray());
  }

  static Stream<TortureCase> all() {
    return Stream.of(
            valid(),
            everySplit(),
            prefixes(),
            invalid(),
            invalidSplits(),
            unfinished(),
            soon(),
            binary())
        .flatMap(cases -> cases);
  }

  private static Sample sample(String name, String hex) {
    return new Sample(name, Octets.hex(hex));
  }

  private static Stream<TortureCase> valid() {
    return VALID.stream()
        .flatMap(
            sample -> {
              Frame whole = Frame.of(Frame.TEXT, sample.octets());
              String rule = "text with " + sample.octets() + " comes back";
              return Stream.of(
                  TortureCase.of(
                      "utf8.valid." + sample.name(),
                      SECTION,
                      rule,
                      then(send(whole), expect(message(whole)))),
                  TortureCase.of(
                      "utf8.valid." + sample.name() + ".octetwise",
                      SECTION,
                      rule + ", octet by octet",
                      then(send(Chunks.SINGLE_OCTETS, whole), expect(message(whole)))),
                  TortureCase.of(
                      "utf8.valid." + sample.name() + ".fragments",
                      SECTION,
                      rule + ", in fragments of one octet",
                      then(send(singles(sample.octets())), expect(message(whole)))));
            });
  }

  /** Four characters, of one to four octets, cut once at every place. */
  private static Stream<TortureCase> everySplit() {
    Octets text = Octets.hex("24 c2 a2 e2 82 ac f0 90 8d 88");
    return IntStream.range(1, text.size())
        .mapToObj(
            at ->
                TortureCase.of(
                    "utf8.split.fragments-at-" + at,
                    SECTION,
                    "characters may be cut between fragments",
                    then(send(fragments(text, at)), expect(message(Frame.of(Frame.TEXT, text))))));
  }

  /** A text that ends anywhere: between characters it is good, inside one it is not. */
  private static Stream<TortureCase> prefixes() {
    Octets text = Octets.hex("24 c2 a2 e2 82 ac f0 90 8d 88");
    return IntStream.rangeClosed(1, text.size())
        .mapToObj(
            length -> {
              Frame frame = Frame.of(Frame.TEXT, text.slice(0, length));
              boolean isWhole = frame.payload().text().isPresent();
              return TortureCase.of(
                  "utf8.prefix.of-" + length,
                  SECTION,
                  "text with " + frame.payload() + (isWhole ? " comes back" : " is refused"),
                  isWhole
                      ? then(send(frame), expect(message(frame)))
                      : new Step[] {send(frame), fails(1007)});
            });
  }

  private static Stream<TortureCase> invalid() {
    return INVALID.stream()
        .flatMap(
            sample -> {
              Octets all = Octets.join(BEFORE, sample.octets(), AFTER);
              String rule = "text with " + sample.octets() + " fails the connection";
              return Stream.of(
                  TortureCase.of(
                      "utf8.invalid." + sample.name(),
                      SECTION,
                      rule,
                      send(Frame.of(Frame.TEXT, sample.octets())),
                      fails(1007)),
                  TortureCase.of(
                      "utf8.invalid." + sample.name() + ".inside",
                      SECTION,
                      rule + ", also between good text",
                      send(Frame.of(Frame.TEXT, all)),
                      fails(1007)),
                  TortureCase.of(
                      "utf8.invalid." + sample.name() + ".octetwise",
                      SECTION,
                      rule + ", octet by octet",
                      send(Chunks.SINGLE_OCTETS, Frame.of(Frame.TEXT, all)),
                      fails(1007)),
                  TortureCase.of(
                      "utf8.invalid." + sample.name() + ".fragments",
                      SECTION,
                      rule + ", in fragments of one octet",
                      send(singles(all)),
                      fails(1007)));
            });
  }

  private static Stream<TortureCase> invalidSplits() {
    return Stream.of(
            sample("surrogate", "ed a0 80"),
            sample("overlong", "f0 80 80 af"),
            sample("above-10ffff", "f4 90 80 80"))
        .flatMap(
            sample ->
                IntStream.range(1, sample.octets().size())
                    .mapToObj(
                        at ->
                            TortureCase.of(
                                "utf8.invalid-split." + sample.name() + "-at-" + at,
                                SECTION,
                                "a cut between fragments hides nothing",
                                send(fragments(sample.octets(), at)),
                                fails(1007))));
  }

  private static Stream<TortureCase> unfinished() {
    return UNFINISHED.stream()
        .flatMap(
            sample ->
                Stream.of(
                    TortureCase.of(
                        "utf8.unfinished." + sample.name(),
                        SECTION,
                        "text that ends inside a character fails the connection",
                        send(Frame.of(Frame.TEXT, Octets.join(BEFORE, sample.octets()))),
                        fails(1007)),
                    TortureCase.of(
                        "utf8.unfinished." + sample.name() + ".empty-last-fragment",
                        SECTION,
                        "an empty last fragment completes no character",
                        send(
                            Frame.of(Frame.TEXT, sample.octets()).notFinal(),
                            Frame.of(Frame.CONTINUATION, Octets.EMPTY)),
                        fails(1007))));
  }

  /** The message never becomes complete unless the endpoint waits for it. */
  private static Stream<TortureCase> soon() {
    return Stream.of(
            sample("continuation-alone", "80"),
            sample("ff", "ff"),
            sample("overlong", "c0 af"),
            sample("surrogate", "ed a0 80"),
            sample("surrogate-after-2", "ed a0"),
            sample("above-10ffff", "f4 90 80 80"),
            sample("above-10ffff-after-2", "f4 90"),
            sample("f5", "f5"))
        .flatMap(
            sample -> {
              Octets start = Octets.join(BEFORE, sample.octets());
              Frame whole = Frame.of(Frame.TEXT, Octets.join(start, AFTER));
              return Stream.of(
                  TortureCase.of(
                      "utf8.fail-fast." + sample.name() + ".in-message",
                      SECTION,
                      "invalid text is noticed in an unfinished message",
                      send(Frame.of(Frame.TEXT, start).notFinal()),
                      failsSoon(1007),
                      send(Frame.of(Frame.CONTINUATION, AFTER)),
                      fails(1007)),
                  TortureCase.of(
                          "utf8.fail-fast." + sample.name() + ".in-frame",
                          SECTION,
                          "invalid text is noticed in an unfinished frame",
                          Steps.sendPart(whole, start.size()),
                          failsSoon(1007))
                      .at(Level.RECOMMENDED));
            });
  }

  private static Stream<TortureCase> binary() {
    return INVALID.stream()
        .limit(5)
        .map(
            sample -> {
              Frame frame = Frame.binary(sample.octets());
              return TortureCase.of(
                  "utf8.binary." + sample.name(),
                  "5.6",
                  "binary messages need not be UTF-8",
                  then(send(frame), expect(message(frame))));
            });
  }

  private static Frame[] fragments(Octets text, int at) {
    return new Frame[] {
      Frame.of(Frame.TEXT, text.slice(0, at)).notFinal(),
      Frame.of(Frame.CONTINUATION, text.slice(at, text.size()))
    };
  }

  private static Frame[] singles(Octets text) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      Frame frame = Frame.of(i == 0 ? Frame.TEXT : Frame.CONTINUATION, text.slice(i, i + 1));
      frames.add(i == text.size() - 1 ? frame : frame.notFinal());
    }
    return frames.toArray(Frame[]::new);
  }
}
