package org.xpcom4j.registry.error;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIException;
import org.xpcom4j.interfaces.nsIStackFrame;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * What Java code threw, as an XPCOM object for those who look at failures through interfaces.
 * Immutable.
 */
public final class ThrownException implements nsIException {

  private final Throwable thrown;
  private final @Nullable JavaStackFrame location;

  private ThrownException(Throwable thrown) {
    this.thrown = thrown;
    this.location = JavaStackFrame.innermost(thrown.getStackTrace());
  }

  /**
   * Shows a Java exception as an XPCOM object.
   *
   * @param thrown the exception
   * @return an object with its result, message and stack
   */
  public static nsIException of(Throwable thrown) {
    return new ThrownException(thrown);
  }

  /**
   * {@inheritDoc}
   *
   * @return the message of the Java exception, empty if it has none
   */
  @Override
  public String getMessage() {
    String message = thrown.getMessage();
    return message == null ? "" : message;
  }

  /**
   * {@inheritDoc}
   *
   * @return the code of an {@code XpcomException}, {@code NS_ERROR_FAILURE} of anything else
   */
  @Override
  public long getResult() {
    return thrown instanceof XpcomException failure ? failure.result() : NS_ERROR_FAILURE;
  }

  /**
   * {@inheritDoc}
   *
   * @return such as {@code NS_ERROR_FAILURE}
   */
  @Override
  public String getName() {
    return Nsresult.nameOf(getResult());
  }

  /**
   * {@inheritDoc}
   *
   * @return the source file of the innermost call
   */
  @Override
  public String getFilename() {
    return location == null ? "" : location.getFilename();
  }

  /**
   * {@inheritDoc}
   *
   * @return the line of the innermost call
   */
  @Override
  public long getLineNumber() {
    return location == null ? 0 : location.getLineNumber();
  }

  /**
   * {@inheritDoc}
   *
   * @return 0: Java keeps no columns
   */
  @Override
  public long getColumnNumber() {
    return 0;
  }

  /**
   * {@inheritDoc}
   *
   * @return the innermost call, null if the exception was made without a stack
   */
  @Override
  public @Nullable nsIStackFrame getLocation() {
    return location;
  }

  /**
   * {@inheritDoc}
   *
   * @return null
   */
  @Override
  public @Nullable nsISupports getData() {
    return null;
  }

  /**
   * {@inheritDoc}
   *
   * @return what the Java exception calls itself
   */
  @Override
  public String toString_() {
    return thrown.toString();
  }

  @Override
  public String toString() {
    return toString_();
  }
}
