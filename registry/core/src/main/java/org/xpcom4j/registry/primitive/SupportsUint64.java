package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRUint64;
import org.xpcom4j.registry.component.Component;

/** An unsigned number of 64 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc48-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRUint64.NS_SUPPORTS_PRUINT64_CONTRACTID)
final class SupportsUint64 implements nsISupportsPRUint64 {

  private long data;

  @Override
  public int getType() {
    return TYPE_PRUINT64;
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
    return Long.toUnsignedString(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
