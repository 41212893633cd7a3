package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRTime;
import org.xpcom4j.registry.component.Component;

/** A time in microseconds as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc49-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRTime.NS_SUPPORTS_PRTIME_CONTRACTID)
final class SupportsTime implements nsISupportsPRTime {

  private long data;

  @Override
  public int getType() {
    return TYPE_PRTIME;
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
