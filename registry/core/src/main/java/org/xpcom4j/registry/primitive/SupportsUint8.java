package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRUint8;
import org.xpcom4j.registry.component.Component;

/** An unsigned number of 8 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc44-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRUint8.NS_SUPPORTS_PRUINT8_CONTRACTID)
final class SupportsUint8 implements nsISupportsPRUint8 {

  private byte data;

  @Override
  public int getType() {
    return TYPE_PRUINT8;
  }

  @Override
  public byte getData() {
    return data;
  }

  @Override
  public void setData(byte aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Integer.toString(Byte.toUnsignedInt(data));
  }

  @Override
  public String toString() {
    return toString_();
  }
}
