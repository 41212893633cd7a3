package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRInt32;
import org.xpcom4j.registry.component.Component;

/** A number of 32 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc4c-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRInt32.NS_SUPPORTS_PRINT32_CONTRACTID)
final class SupportsInt32 implements nsISupportsPRInt32 {

  private int data;

  @Override
  public int getType() {
    return TYPE_PRINT32;
  }

  @Override
  public int getData() {
    return data;
  }

  @Override
  public void setData(int aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Integer.toString(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
