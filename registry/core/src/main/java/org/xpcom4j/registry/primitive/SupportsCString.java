package org.xpcom4j.registry.primitive;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;

import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.result.XpcomException;

/** A string of bytes, one in each character, as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc41-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsCString.NS_SUPPORTS_CSTRING_CONTRACTID)
final class SupportsCString implements nsISupportsCString {

  private String data = "";

  @Override
  public int getType() {
    return TYPE_CSTRING;
  }

  @Override
  public String getData() {
    return data;
  }

  @Override
  public void setData(String aData) {
    if (aData == null) {
      throw new XpcomException(NS_ERROR_NULL_POINTER, "string is null");
    }
    data = aData;
  }

  @Override
  public String toString_() {
    return data;
  }

  @Override
  public String toString() {
    return toString_();
  }
}
