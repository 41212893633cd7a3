package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRInt16;
import org.xpcom4j.registry.component.Component;

/** A number of 16 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc4b-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRInt16.NS_SUPPORTS_PRINT16_CONTRACTID)
final class SupportsInt16 implements nsISupportsPRInt16 {

  private short data;

  @Override
  public int getType() {
    return TYPE_PRINT16;
  }

  @Override
  public short getData() {
    return data;
  }

  @Override
  public void setData(short aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Short.toString(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
