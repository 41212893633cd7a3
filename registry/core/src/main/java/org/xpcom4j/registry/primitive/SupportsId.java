package org.xpcom4j.registry.primitive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupportsID;
import org.xpcom4j.registry.component.Component;

/** An interface or class ID as an object. One thread at a time may use it. */
@Component(
    cid = "{acf8dc40-4a25-11d3-9890-006008962422}",
    contracts = nsISupportsID.NS_SUPPORTS_ID_CONTRACTID)
final class SupportsId implements nsISupportsID {

  private @Nullable UUID data;

  @Override
  public int getType() {
    return TYPE_ID;
  }

  @Override
  public @Nullable UUID getData() {
    return data;
  }

  @Override
  public void setData(@Nullable UUID aData) {
    data = aData;
  }

  @Override
  public String toString_() {
    return data == null ? "null" : "{" + data + "}";
  }

  @Override
  public String toString() {
    return toString_();
  }
}
