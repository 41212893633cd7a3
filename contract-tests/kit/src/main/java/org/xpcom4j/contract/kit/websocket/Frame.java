package org.xpcom4j.contract.kit.websocket;

import java.nio.ByteBuffer;

/**
 * A frame (RFC 6455, section 5.2), right or wrong: any bits, any opcode, any payload. How its length is written and
 * whether it is masked is the matter of who encodes it.
 *
 * @param isFinal the FIN bit
 * @param reserved RSV1 to RSV3 as a number: 4, 2 and 1
 * @param opcode 0 to 15
 * @param payload the payload, unmasked
 */
public record Frame(boolean isFinal, int reserved, int opcode, Octets payload) {
  /** The opcode of a fragment that goes on with a message. */
  public static final int CONTINUATION = 0;

  /** The opcode of text. */
  public static final int TEXT = 1;

  /** The opcode of binary data. */
  public static final int BINARY = 2;

  /** The opcode of the closing handshake. */
  public static final int CLOSE = 8;

  /** The opcode of a ping. */
  public static final int PING = 9;

  /** The opcode of a pong. */
  public static final int PONG = 10;

  /** RSV1, which permessage-deflate sets on the first frame of a compressed message. */
  public static final int RSV1 = 4;

  /**
   * Checks that the numbers fit their fields.
   *
   * @param isFinal the FIN bit
   * @param reserved RSV1 to RSV3 as a number: 4, 2 and 1
   * @param opcode 0 to 15
   * @param payload the payload, unmasked
   * @throws IllegalArgumentException when they do not
   */
  public Frame {
    if (reserved < 0 || reserved > 7 || opcode < 0 || opcode > 15) {
      throw new IllegalArgumentException(
          "no frame has reserved bits " + reserved + ", opcode " + opcode);
    }
  }

  /**
   * Makes a final frame without reserved bits.
   *
   * @param opcode 0 to 15
   * @param payload the payload
   * @return the frame
   */
  public static Frame of(int opcode, Octets payload) {
    return new Frame(true, 0, opcode, payload);
  }

  /**
   * Makes a whole text message.
   *
   * @param text well-formed text
   * @return the frame
   */
  public static Frame text(String text) {
    return of(TEXT, Octets.utf8(text));
  }

  /**
   * Makes a whole binary message.
   *
   * @param payload the payload
   * @return the frame
   */
  public static Frame binary(Octets payload) {
    return of(BINARY, payload);
  }

  /**
   * Makes a ping.
   *
   * @param text what the pong has to bring back
   * @return the frame
   */
  public static Frame ping(String text) {
    return of(PING, Octets.utf8(text));
  }

  /**
   * Makes a Close frame with a code.
   *
   * @param code any code, also one that may not be sent
   * @param reason the reason
   * @return the frame
   */
  public static Frame close(int code, String reason) {
    Octets status = Octets.owned(ByteBuffer.allocate(2).putShort((short) code).array());
    return of(CLOSE, Octets.join(status, Octets.utf8(reason)));
  }

  /**
   * Says that more fragments follow.
   *
   * @return this frame without FIN
   */
  public Frame notFinal() {
    return new Frame(false, reserved, opcode, payload);
  }

  /**
   * Changes the reserved bits.
   *
   * @param bits 0 to 7
   * @return this frame with those bits
   */
  public Frame withReserved(int bits) {
    return new Frame(isFinal, bits, opcode, payload);
  }

  /**
   * Tells control frames from data.
   *
   * @return whether the opcode is one of the control opcodes, known or reserved
   */
  public boolean isControl() {
    return opcode >= 8;
  }

  /** The frame in a line. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(nameOf(opcode));
    if (!isFinal) {
      line.append(", not final");
    }
    for (int bit = 1; bit <= 3; bit++) {
      if ((reserved & (8 >> bit)) != 0) {
        line.append(", RSV").append(bit);
      }
    }
    if (opcode == CLOSE && payload.size() >= 2) {
      line.append(", code ").append(payload.at(0) << 8 | payload.at(1));
    }
    return line.append(", ").append(payload).toString();
  }

  private static String nameOf(int opcode) {
    return switch (opcode) {
      case CONTINUATION -> "continuation";
      case TEXT -> "text";
      case BINARY -> "binary";
      case CLOSE -> "close";
      case PING -> "ping";
      case PONG -> "pong";
      default -> "opcode " + opcode;
    };
  }
}
