package org.xpcom4j.mozilla;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * A call that failed, as programs written for JavaXPCOM catch and throw it. Every {@link
 * XpcomException} is one; new code has no need of this class.
 */
public class XPCOMException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The nsresult, 0 to 0xFFFFFFFF. */
  public final long errorcode;

  /** Makes an exception that says nothing, with {@code NS_ERROR_FAILURE}. */
  public XPCOMException() {
    this(Nsresult.NS_ERROR_FAILURE, "no reason was given");
  }

  /**
   * Makes an exception with {@code NS_ERROR_FAILURE}.
   *
   * @param message what went wrong
   */
  public XPCOMException(String message) {
    this(Nsresult.NS_ERROR_FAILURE, message);
  }

  /**
   * Makes an exception that says nothing but its code.
   *
   * @param code the nsresult; only its low 32 bits count
   */
  public XPCOMException(long code) {
    this(code, "no reason was given");
  }

  /**
   * Makes an exception.
   *
   * @param code the nsresult; only its low 32 bits count
   * @param message what went wrong
   */
  public XPCOMException(long code, String message) {
    this(code, message, null);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param code the nsresult; only its low 32 bits count
   * @param message what went wrong
   * @param cause what led to it, null if nothing did
   */
  protected XPCOMException(long code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.errorcode = code & 0xFFFF_FFFFL;
  }

  /**
   * Returns the message and the code.
   *
   * @return the message, two blanks, and the code in hexadecimal
   */
  @Override
  public String getMessage() {
    return super.getMessage() + "  (0x" + Long.toHexString(errorcode) + ")";
  }

  /**
   * Returns the message alone.
   *
   * @return the message as it was given
   */
  protected final String sentence() {
    return String.valueOf(super.getMessage());
  }
}
