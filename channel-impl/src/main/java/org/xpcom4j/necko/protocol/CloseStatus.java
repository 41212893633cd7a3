package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xpcom4j.result.XpcomException;

/**
 * The code and the reason of a Close frame (RFC 6455, section 7.4).
 *
 * @param code the code; 1005 stands for a frame without one
 * @param reason words for the log, empty without a code
 */
public record CloseStatus(int code, String reason) {
  /** The purpose was fulfilled. */
  public static final int NORMAL = 1000;

  /** The sender leaves. */
  public static final int GOING_AWAY = 1001;

  /** The peer broke the protocol. */
  public static final int PROTOCOL_ERROR = 1002;

  /** Never on the wire: the Close frame had no code. */
  public static final int NO_STATUS = 1005;

  /** Text was not UTF-8. */
  public static final int INVALID_DATA = 1007;

  /** A message was too large; also what 1004 goes out as. */
  public static final int TOO_LARGE = 1009;

  /** The sender met a condition it was not made for. */
  public static final int INTERNAL_ERROR = 1011;

  /** A Close frame without code and reason. */
  public static final CloseStatus NONE = new CloseStatus(NO_STATUS, "");

  /** The longest reason in UTF-8: what a control frame holds, less the code. */
  public static final int MAX_REASON_BYTES = 123;

  private static final int RESERVED_1004 = 1004;

  /**
   * Makes the status that a host wants to send: 0 stands for no code, 1004 for 1009.
   *
   * @param code as the host gave it
   * @param reason as the host gave it; lone surrogates become U+FFFD
   * @return a status that may be sent
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} when the code may not be on the wire, the reason has more than
   *     {@value #MAX_REASON_BYTES} bytes, or there is a reason but no code
   */
  public static CloseStatus toSend(int code, String reason) {
    if (code == 0) {
      if (!reason.isEmpty()) {
        throw new XpcomException(
            NS_ERROR_INVALID_ARG, "close code 0 sends no code, and then no reason can be sent");
      }
      return NONE;
    }
    int codeOnWire = code == RESERVED_1004 ? TOO_LARGE : code;
    if (!mayBeOnWire(codeOnWire)) {
      throw new XpcomException(
          NS_ERROR_INVALID_ARG,
          "close code " + code + " may not be sent; 1000 to 1003, 1007 to 1014, 3000 to 4999 may");
    }
    String text = Text.wellFormed(reason);
    long bytes = Utf8Writer.ofThisThread().length(text);
    if (bytes > MAX_REASON_BYTES) {
      throw new XpcomException(
          NS_ERROR_INVALID_ARG,
          "close reason has "
              + bytes
              + " bytes of UTF-8; at most "
              + MAX_REASON_BYTES
              + " may be sent");
    }
    return new CloseStatus(codeOnWire, text);
  }

  /**
   * Tells whether a code may stand in a Close frame: those that RFC 6455 and the registry define for it, those for
   * libraries (3000 to 3999) and those for private use.
   *
   * @param code any number
   * @return whether it may be sent and received
   */
  public static boolean mayBeOnWire(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }

  /** Reads the payload of a Close frame. */
  static CloseStatus read(byte[] payload) throws ProtocolViolation {
    if (payload.length == 0) {
      return NONE;
    }
    if (payload.length == 1) {
      throw ProtocolViolation.protocolError(
          "Close frame with a payload of 1 byte, where a code has 2");
    }
    int code = (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    if (!mayBeOnWire(code)) {
      throw ProtocolViolation.protocolError(
          "Close frame with code " + code + ", which may not be sent");
    }
    try {
      ByteBuffer reason = ByteBuffer.wrap(payload, 2, payload.length - 2);
      return new CloseStatus(code, StandardCharsets.UTF_8.newDecoder().decode(reason).toString());
    } catch (CharacterCodingException e) {
      throw ProtocolViolation.invalidUtf8("the reason of a Close frame");
    }
  }

  /** Writes the payload of a Close frame. */
  byte[] payload() {
    if (code == NO_STATUS) {
      return new byte[0];
    }
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = Arrays.copyOf(new byte[] {(byte) (code >> 8), (byte) code}, 2 + words.length);
    System.arraycopy(words, 0, payload, 2, words.length);
    return payload;
  }
}
