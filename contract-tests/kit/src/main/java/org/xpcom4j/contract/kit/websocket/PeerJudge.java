package org.xpcom4j.contract.kit.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Enforces the rules for frames that a peer sends, and makes messages of them (RFC 6455, sections 5 to 8). */
final class PeerJudge {
  private final boolean isPeerClient;
  private final @Nullable MessageInflater inflater;

  private int messageOpcode; // 0: no message has begun
  private boolean isCompressed;
  private ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean isClosed;

  PeerJudge(Side peer, @Nullable MessageInflater inflater) {
    isPeerClient = peer == Side.CLIENT;
    this.inflater = inflater;
  }

  /** Takes the next frame; returns what became complete with it. */
  Optional<PeerEvent> take(ReceivedFrame received) throws BrokenRule {
    Frame frame = received.frame();
    require(!isClosed, "5.5.1", "a frame after the Close frame: " + frame);
    require(
        received.isMasked() == isPeerClient,
        "5.1",
        isPeerClient ? "a client's frame without a mask" : "a server's frame with a mask");
    require(received.isLengthShortest(), "5.2", "a length in a longer form than it needs");
    checkReserved(frame);
    return frame.isControl() ? Optional.of(control(frame)) : data(frame);
  }

  private void checkReserved(Frame frame) throws BrokenRule {
    boolean mayBeCompressed =
        inflater != null && (frame.opcode() == Frame.TEXT || frame.opcode() == Frame.BINARY);
    int allowed = mayBeCompressed ? Frame.RSV1 : 0;
    require(
        (frame.reserved() & ~allowed) == 0,
        "5.2",
        "a reserved bit that nobody agreed on: " + frame);
  }

  private PeerEvent control(Frame frame) throws BrokenRule {
    require(frame.isFinal(), "5.5", "a control frame in fragments: " + frame);
    require(frame.payload().size() <= 125, "5.5", "a control frame over 125 octets: " + frame);
    return switch (frame.opcode()) {
      case Frame.CLOSE -> close(frame.payload());
      case Frame.PING -> new PeerEvent.Ping(frame.payload());
      case Frame.PONG -> new PeerEvent.Pong(frame.payload());
      default -> throw new BrokenRule("5.2", "a reserved opcode: " + frame);
    };
  }

  private PeerEvent close(Octets payload) throws BrokenRule {
    isClosed = true;
    if (payload.size() == 0) {
      return new PeerEvent.Close(OptionalInt.empty(), "");
    }
    require(payload.size() >= 2, "5.5.1", "a Close frame with half a code");
    int code = payload.at(0) << 8 | payload.at(1);
    require(mayBeSent(code), "7.4", "a Close frame with code " + code);
    Optional<String> reason = payload.slice(2, payload.size()).text();
    require(reason.isPresent(), "5.5.1", "a close reason that is no UTF-8: " + payload);
    return new PeerEvent.Close(OptionalInt.of(code), reason.orElse(""));
  }

  private static boolean mayBeSent(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }

  private Optional<PeerEvent> data(Frame frame) throws BrokenRule {
    if (frame.opcode() == Frame.CONTINUATION) {
      require(messageOpcode != 0, "5.4", "a continuation although no message has begun");
    } else {
      require(frame.opcode() <= Frame.BINARY, "5.2", "a reserved opcode: " + frame);
      require(messageOpcode == 0, "5.4", "a new message before the last one was complete");
      messageOpcode = frame.opcode();
      isCompressed = frame.reserved() == Frame.RSV1;
      message = new ByteArrayOutputStream(frame.payload().size());
    }
    message.writeBytes(frame.payload().array());
    return frame.isFinal() ? Optional.of(complete()) : Optional.empty();
  }

  private PeerEvent complete() throws BrokenRule {
    Octets payload = Octets.owned(message.toByteArray());
    if (isCompressed && inflater != null) {
      payload = inflater.inflate(payload);
    }
    require(
        messageOpcode != Frame.TEXT || payload.text().isPresent(),
        "8.1",
        "a text message that is no UTF-8: " + payload);
    PeerEvent event = new PeerEvent.Message(messageOpcode, payload);
    messageOpcode = 0;
    message = new ByteArrayOutputStream();
    return event;
  }

  private static void require(boolean isKept, String section, String sentence) throws BrokenRule {
    if (!isKept) {
      throw new BrokenRule(section, sentence);
    }
  }
}
