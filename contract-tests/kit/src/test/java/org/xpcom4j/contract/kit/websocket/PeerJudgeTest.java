package org.xpcom4j.contract.kit.websocket;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a peer may not send:")
class PeerJudgeTest {
  private static final Frame HELLO = Frame.text("Hello");

  private final PeerJudge ofServer = new PeerJudge(Side.SERVER, null);

  @Nested
  @DisplayName("section 5.1,")
  class Masking {
    @Test
    void aServersFrameWithAMask() {
      assertBroken("5.1", "a server's frame with a mask", ofServer, masked(HELLO));
    }

    @Test
    void aClientsFrameWithoutAMask() {
      assertBroken(
          "5.1", "a client's frame without a mask", new PeerJudge(Side.CLIENT, null), plain(HELLO));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void butEachSideAsItHasTo(Side peer) throws BrokenRule {
      PeerJudge judge = new PeerJudge(peer, null);

      assertEquals(
          Optional.of(message("Hello")),
          judge.take(peer == Side.CLIENT ? masked(HELLO) : plain(HELLO)));
    }
  }

  @Nested
  @DisplayName("section 5.2,")
  class Layout {
    @Test
    void aLengthInALongerForm() {
      assertBroken(
          "5.2", "a length in a longer form", ofServer, new ReceivedFrame(HELLO, false, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void reservedBits(int bits) {
      assertBroken("5.2", "a reserved bit", ofServer, plain(HELLO.withReserved(bits)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void reservedOpcodes(int opcode) {
      assertBroken("5.2", "a reserved opcode", ofServer, plain(Frame.of(opcode, Octets.EMPTY)));
    }
  }

  @Nested
  @DisplayName("section 5.4,")
  class Fragmentation {
    @Test
    void aContinuationOfNothing() {
      assertBroken(
          "5.4",
          "a continuation although no message has begun",
          ofServer,
          plain(Frame.of(Frame.CONTINUATION, Octets.EMPTY)));
    }

    @Test
    void aMessageInsideAMessage() throws BrokenRule {
      ofServer.take(plain(HELLO.notFinal()));

      assertBroken("5.4", "a new message before the last one", ofServer, plain(HELLO));
    }

    @Test
    void butFragmentsWithControlFramesAmongThem() throws BrokenRule {
      ofServer.take(plain(Frame.text("Hel").notFinal()));
      ofServer.take(plain(Frame.ping("x")));

      assertEquals(
          Optional.of(message("Hello")),
          ofServer.take(plain(Frame.of(Frame.CONTINUATION, Octets.utf8("lo")))));
    }
  }

  @Nested
  @DisplayName("section 5.5,")
  class Control {
    @ParameterizedTest
    @ValueSource(ints = {Frame.CLOSE, Frame.PING, Frame.PONG})
    void aControlFrameInFragments(int opcode) {
      assertBroken(
          "5.5",
          "a control frame in fragments",
          ofServer,
          plain(Frame.of(opcode, Octets.EMPTY).notFinal()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Frame.CLOSE, Frame.PING, Frame.PONG})
    void aControlFrameOver125Octets(int opcode) {
      assertBroken(
          "5.5", "over 125 octets", ofServer, plain(Frame.of(opcode, Octets.filled(126, 'x'))));
    }

    @Test
    void butOneOf125Octets() throws BrokenRule {
      Octets payload = Octets.filled(125, 'x');

      assertEquals(
          Optional.of(new PeerEvent.Ping(payload)),
          ofServer.take(plain(Frame.of(Frame.PING, payload))));
    }
  }

  @Nested
  @DisplayName("section 5.5.1,")
  class Closing {
    @Test
    void anythingBehindACloseFrame() throws BrokenRule {
      ofServer.take(plain(Frame.close(1000, "")));

      assertBroken("5.5.1", "a frame after the Close frame", ofServer, plain(Frame.ping("")));
    }

    @Test
    void halfACode() {
      assertBroken(
          "5.5.1", "half a code", ofServer, plain(Frame.of(Frame.CLOSE, Octets.hex("03"))));
    }

    @Test
    void aReasonThatIsNoUtf8() {
      assertBroken(
          "5.5.1",
          "a close reason that is no UTF-8",
          ofServer,
          plain(Frame.of(Frame.CLOSE, Octets.hex("03 e8 ff"))));
    }

    @Test
    void butNoCodeAtAll() throws BrokenRule {
      assertEquals(
          Optional.of(new PeerEvent.Close(OptionalInt.empty(), "")),
          ofServer.take(plain(Frame.of(Frame.CLOSE, Octets.EMPTY))));
    }
  }

  @Nested
  @DisplayName("section 7.4,")
  class Codes {
    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535})
    void codesThatAreNotForTheWire(int code) {
      assertBroken("7.4", "code " + code, ofServer, plain(Frame.close(code, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1003, 1007, 1014, 3000, 4999})
    void butTheOthers(int code) throws BrokenRule {
      assertEquals(
          Optional.of(new PeerEvent.Close(OptionalInt.of(code), "why")),
          ofServer.take(plain(Frame.close(code, "why"))));
    }
  }

  @Nested
  @DisplayName("section 8.1,")
  class Text {
    private final Frame invalid = Frame.of(Frame.TEXT, Octets.hex("ed a0 80"));

    @Test
    void textThatIsNoUtf8() {
      assertBroken("8.1", "a text message that is no UTF-8", ofServer, plain(invalid));
    }

    @Test
    void butBinaryDataIsFree() throws BrokenRule {
      assertEquals(
          Optional.of(new PeerEvent.Message(Frame.BINARY, invalid.payload())),
          ofServer.take(plain(Frame.binary(invalid.payload()))));
    }

    @Test
    void butCharactersMayBeCutBetweenFragments() throws BrokenRule {
      ofServer.take(plain(Frame.of(Frame.TEXT, Octets.hex("c3")).notFinal()));

      assertEquals(
          Optional.of(message("ä")),
          ofServer.take(plain(Frame.of(Frame.CONTINUATION, Octets.hex("a4")))));
    }
  }

  @Nested
  @DisplayName("RFC 7692, where it was agreed on,")
  class Compressed {
    private static final String HELLO_COMPRESSED = "f2 48 cd c9 c9 07 00";

    @Test
    void rsv1OnAContinuation() throws BrokenRule {
      try (MessageInflater inflater = new MessageInflater(15, false)) {
        PeerJudge judge = new PeerJudge(Side.SERVER, inflater);
        judge.take(plain(HELLO.notFinal()));

        assertBroken(
            "5.2",
            "a reserved bit",
            judge,
            plain(Frame.of(Frame.CONTINUATION, Octets.EMPTY).withReserved(Frame.RSV1)));
      }
    }

    @Test
    void rsv1OnAPing() {
      try (MessageInflater inflater = new MessageInflater(15, false)) {
        assertBroken(
            "5.2",
            "a reserved bit",
            new PeerJudge(Side.SERVER, inflater),
            plain(Frame.ping("").withReserved(Frame.RSV1)));
      }
    }

    @Test
    void dataThatCannotBeInflated() {
      try (MessageInflater inflater = new MessageInflater(15, false)) {
        assertBroken(
            "7.2.2 of RFC 7692",
            "",
            new PeerJudge(Side.SERVER, inflater),
            plain(Frame.of(Frame.TEXT, Octets.hex("06 00")).withReserved(Frame.RSV1)));
      }
    }

    @Test
    void butACompressedMessage() throws BrokenRule {
      try (MessageInflater inflater = new MessageInflater(15, false)) {
        assertEquals(
            Optional.of(message("Hello")),
            new PeerJudge(Side.SERVER, inflater)
                .take(
                    plain(
                        Frame.of(Frame.TEXT, Octets.hex(HELLO_COMPRESSED))
                            .withReserved(Frame.RSV1))));
      }
    }
  }

  private static void assertBroken(
      String section, String words, PeerJudge judge, ReceivedFrame frame) {
    BrokenRule broken = assertThrows(BrokenRule.class, () -> judge.take(frame));

    PeerEvent.Violation event = broken.event();
    assertAll(
        () -> assertEquals(section, event.section()),
        () -> assertTrue(event.sentence().contains(words), event::toString));
  }

  private static PeerEvent message(String text) {
    return new PeerEvent.Message(Frame.TEXT, Octets.utf8(text));
  }

  private static ReceivedFrame plain(Frame frame) {
    return new ReceivedFrame(frame, false, true);
  }

  private static ReceivedFrame masked(Frame frame) {
    return new ReceivedFrame(frame, true, true);
  }
}
