package org.xpcom4j.registry.primitive;

import org.xpcom4j.interfaces.nsISupportsPRBool;
import org.xpcom4j.registry.component.Component;

/** A truth value as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc43-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsPRBool.NS_SUPPORTS_PRBOOL_CONTRACTID)
final class SupportsBool implements nsISupportsPRBool {

  private boolean data;

  @Override
  public int getType() {
    return TYPE_PRBOOL;
  }

  @Override
  public boolean getData() {
    return data;
  }

  @Override
  public void setData(boolean aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return Boolean.toString(data);
  }

  @Override
  public String toString() {
    return toString_();
  }
}
