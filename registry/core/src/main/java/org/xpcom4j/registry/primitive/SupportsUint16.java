package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRUint16;
import org.xpcom4j.registry.component.Component;

/** An unsigned number of 16 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc46-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRUint16.NS_SUPPORTS_PRUINT16_CONTRACTID)
final class SupportsUint16 implements nsISupportsPRUint16 {

  private int data;

  @Override
  public int getType() {
    return TYPE_PRUINT16;
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
