package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsDouble;
import org.xpcom4j.registry.component.Component;

/** A floating-point number of 64 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{cbf86871-4ac0-11d3-baea-00805f8a5dd7}",
    contracts = nsISupportsDouble.NS_SUPPORTS_DOUBLE_CONTRACTID)
final class SupportsDouble implements nsISupportsDouble {

  private double data;

  @Override
  public int getType() {
    return TYPE_DOUBLE;
  }

  @Override
  public double getData() {
    return data;
  }

  @Override
  public void setData(double aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Decimals.sixPlaces(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
