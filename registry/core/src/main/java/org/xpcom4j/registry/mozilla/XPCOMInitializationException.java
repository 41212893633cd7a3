package org.xpcom4j.registry.mozilla;

/** Something was asked of {@link Mozilla} before {@code initialize}, or after the end. */
public final class XPCOMInitializationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what was asked too early or too late
   */
  public XPCOMInitializationException(String message) {
    super(message);
  }

  /**
   * Makes an exception.
   *
   * @param cause what led to it
   */
  public XPCOMInitializationException(Throwable cause) {
    super(cause);
  }

  /**
   * Makes an exception.
   *
   * @param message what was asked too early or too late
   * @param cause what led to it
   */
  public XPCOMInitializationException(String message, Throwable cause) {
    super(message, cause);
  }
}
