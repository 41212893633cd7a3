package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsFloat;
import org.xpcom4j.registry.component.Component;

/** A floating-point number of 32 bits as an object. One thread at a time may use it. */
@Component(
    cid = "{cbf86870-4ac0-11d3-baea-00805f8a5dd7}",
    contracts = nsISupportsFloat.NS_SUPPORTS_FLOAT_CONTRACTID)
final class SupportsFloat implements nsISupportsFloat {

  private float data;

  @Override
  public int getType() {
    return TYPE_FLOAT;
  }

  @Override
  public float getData() {
    return data;
  }

  @Override
  public void setData(float aData) {
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
