package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsChar;
import org.xpcom4j.registry.component.Component;

/** A character as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc4a-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsChar.NS_SUPPORTS_CHAR_CONTRACTID)
final class SupportsChar implements nsISupportsChar {

  private char data;

  @Override
  public int getType() {
    return TYPE_CHAR;
  }

  @Override
  public char getData() {
    return data;
  }

  @Override
  public void setData(char aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return String.valueOf(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
