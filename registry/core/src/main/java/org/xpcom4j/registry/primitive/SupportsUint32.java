package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRUint32;
import org.xpcom4j.registry.component.Component;

/** An unsigned number of 32 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc47-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRUint32.NS_SUPPORTS_PRUINT32_CONTRACTID)
final class SupportsUint32 implements nsISupportsPRUint32 {

  private long data;

  @Override
  public int getType() {
    return TYPE_PRUINT32;
  }

  @Override
  public long getData() {
    return data;
  }

  @Override
  public void setData(long aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Long.toString(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
