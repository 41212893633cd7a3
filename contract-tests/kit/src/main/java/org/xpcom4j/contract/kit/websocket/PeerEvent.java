package org.xpcom4j.contract.kit.websocket;

import java.util.OptionalInt;

/** What the peer did. */
public sealed interface PeerEvent {
  /**
   * A whole message arrived.
   *
   * @param opcode {@link Frame#TEXT} or {@link Frame#BINARY}
   * @param payload the payload, put together and inflated
   */
  record Message(int opcode, Octets payload) implements PeerEvent {
    @Override
    public String toString() {
      return (opcode == Frame.TEXT ? "text message, " : "binary message, ") + payload;
    }
  }

  /**
   * A ping arrived.
   *
   * @param payload what its pong has to bring back
   */
  record Ping(Octets payload) implements PeerEvent {
    @Override
    public String toString() {
      return "ping, " + payload;
    }
  }

  /**
   * A pong arrived.
   *
   * @param payload its payload
   */
  record Pong(Octets payload) implements PeerEvent {
    @Override
    public String toString() {
      return "pong, " + payload;
    }
  }

  /**
   * A Close frame arrived.
   *
   * @param code its code, if it has one
   * @param reason its reason
   */
  record Close(OptionalInt code, String reason) implements PeerEvent {
    @Override
    public String toString() {
      return "Close frame "
          + (code.isPresent() ? "with code " + code.getAsInt() : "without code")
          + (reason.isEmpty() ? "" : ", \"" + reason + "\"");
    }
  }

  /**
   * Something arrived that the RFC forbids; nothing is read after it.
   *
   * @param section where the RFC says so
   * @param sentence what it was
   */
  record Violation(String section, String sentence) implements PeerEvent {
    @Override
    public String toString() {
      return "broken rule of RFC 6455, section " + section + ": " + sentence;
    }
  }

  /**
   * The stream ended; nothing follows.
   *
   * @param isReset whether by a reset, which may have destroyed what was sent before it
   */
  record End(boolean isReset) implements PeerEvent {
    @Override
    public String toString() {
      return isReset ? "reset of the connection" : "end of the stream";
    }
  }

  /** Nothing happened in the time that was given. */
  record Silence() implements PeerEvent {
    @Override
    public String toString() {
      return "silence";
    }
  }
}
