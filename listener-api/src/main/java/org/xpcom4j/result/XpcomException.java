package org.xpcom4j.result;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.mozilla.XPCOMException;

/**
 * A call that failed with an nsresult.
 *
 * <p>The message is the result's name and value followed by a sentence for people, as in {@code
 * NS_ERROR_ILLEGAL_VALUE (0x80070057): contract ID has no version}. Programs look at {@link
 * #result()}, never at the message.
 */
public final class XpcomException extends XPCOMException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception without a cause.
   *
   * @param result a failure code, one of {@link Nsresult} or a component's own; only its low 32 bits
   *     count
   * @param sentence what went wrong, in lower case and without a full stop; further lines are
   *     indented
   */
  public XpcomException(long result, String sentence) {
    this(result, sentence, null);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param result a failure code, one of {@link Nsresult} or a component's own; only its low 32 bits
   *     count
   * @param sentence what went wrong, in lower case and without a full stop; further lines are
   *     indented
   * @param cause what led to it, null if nothing did
   */
  public XpcomException(long result, String sentence, @Nullable Throwable cause) {
    super(result, sentence, cause);
  }

  /**
   * Returns the nsresult.
   *
   * @return a value from 0 to 0xFFFFFFFF
   */
  public long result() {
    return errorcode;
  }

  /**
   * Returns the name of the nsresult.
   *
   * @return what {@link Nsresult#nameOf} says
   */
  public String resultName() {
    return Nsresult.nameOf(errorcode);
  }

  /**
   * {@inheritDoc}
   *
   * @return result name, value and sentence
   */
  @Override
  public String getMessage() {
    return Nsresult.describe(errorcode) + ": " + sentence();
  }
}
