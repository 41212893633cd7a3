package org.xpcom4j.registry.primitive;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;

import jakarta.inject.Inject;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.result.XpcomException;

/** A string as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc42-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsString.NS_SUPPORTS_STRING_CONTRACTID)
public final class SupportsString implements nsISupportsString {

  private String data;

  /** Holds the empty string. */
  @Inject
  public SupportsString() {
    this("");
  }

  /**
   * Holds a string.
   *
   * @param data the string
   */
  public SupportsString(String data) {
    this.data = data;
  }

  /**
   * {@inheritDoc}
   *
   * @return {@code TYPE_STRING}
   */
  @Override
  public int getType() {
    return TYPE_STRING;
  }

  /**
   * {@inheritDoc}
   *
   * @return the string, never null
   */
  @Override
  public String getData() {
    return data;
  }

  /**
   * {@inheritDoc}
   *
   * @param aData the string
   * @throws XpcomException {@code NS_ERROR_NULL_POINTER} for null
   */
  @Override
  public void setData(String aData) {
    if (aData == null) {
      throw new XpcomException(NS_ERROR_NULL_POINTER, "string is null");
    }
    data = aData;
  }

  /**
   * {@inheritDoc}
   *
   * @return the string
   */
  @Override
  public String toString_() {
    return data;
  }

  /**
   * Returns the string.
   *
   * @return the string
   */
  @Override
  public String toString() {
    return toString_();
  }
}
