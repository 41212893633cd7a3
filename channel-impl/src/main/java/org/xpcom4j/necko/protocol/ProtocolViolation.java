package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_CANNOT_CONVERT_DATA;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_CONTENT_ENCODING;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OUT_OF_MEMORY;

import org.jspecify.annotations.Nullable;

/** The peer broke a rule, and the connection must fail. */
public final class ProtocolViolation extends Exception {
  private static final long serialVersionUID = 1;

  /** The nsresult that the listener is to hear. */
  private final long result;

  /** The code of the Close frame that the peer is to get. */
  private final int closeCode;

  private ProtocolViolation(long result, int closeCode, String sentence) {
    super(sentence, null, false, false); // found by a state machine: its stack tells nothing
    this.result = result;
    this.closeCode = closeCode;
  }

  static ProtocolViolation protocolError(String sentence) {
    return new ProtocolViolation(NS_ERROR_ILLEGAL_VALUE, CloseStatus.PROTOCOL_ERROR, sentence);
  }

  static ProtocolViolation invalidUtf8(String where) {
    return new ProtocolViolation(
        NS_ERROR_CANNOT_CONVERT_DATA, CloseStatus.INVALID_DATA, where + " is not UTF-8");
  }

  static ProtocolViolation tooLarge(int maxBytes) {
    return new ProtocolViolation(
        NS_ERROR_FILE_TOO_BIG,
        CloseStatus.TOO_LARGE,
        "message of more than " + maxBytes + " bytes, the limit of this connection");
  }

  static ProtocolViolation frameTooLarge(long bytes, long maxBytes) {
    return new ProtocolViolation(
        NS_ERROR_FILE_TOO_BIG,
        CloseStatus.TOO_LARGE,
        "frame of " + bytes + " bytes; " + maxBytes + " is the limit of this connection");
  }

  static ProtocolViolation cannotBeInflated(@Nullable String why) {
    return new ProtocolViolation(
        NS_ERROR_INVALID_CONTENT_ENCODING,
        CloseStatus.INVALID_DATA,
        "compressed message that cannot be inflated" + (why == null ? "" : ": " + why));
  }

  static ProtocolViolation outOfMemory(int bytes) {
    return new ProtocolViolation(
        NS_ERROR_OUT_OF_MEMORY,
        CloseStatus.TOO_LARGE,
        "no memory for " + bytes + " bytes of a message");
  }

  /**
   * {@return the nsresult that the listener is to hear}
   */
  public long result() {
    return result;
  }

  /**
   * {@return what the peer is to be told}
   */
  public CloseStatus closeStatus() {
    return new CloseStatus(closeCode, "");
  }
}
