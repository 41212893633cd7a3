package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRInt64;
import org.xpcom4j.registry.component.Component;

/** A number of 64 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc4d-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRInt64.NS_SUPPORTS_PRINT64_CONTRACTID)
final class SupportsInt64 implements nsISupportsPRInt64 {

  private long data;

  @Override
  public int getType() {
    return TYPE_PRINT64;
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
