package org.xpcom4j.registry.primitive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsInterfacePointer;
import org.xpcom4j.registry.component.Component;

/** An object and the interface that it is meant as. One thread at a time may use it. */
@Component(
    cid = "{a99febba-1dd1-11b2-a943-b02334a6d083}",
    contracts = nsISupportsInterfacePointer.NS_SUPPORTS_INTERFACE_POINTER_CONTRACTID)
final class SupportsInterfacePointer implements nsISupportsInterfacePointer {

  private @Nullable nsISupports data;
  private @Nullable UUID dataIid;

  @Override
  public int getType() {
    return TYPE_INTERFACE_POINTER;
  }

  @Override
  public @Nullable nsISupports getData() {
    return data;
  }

  @Override
  public void setData(@Nullable nsISupports aData) {
    data = aData;
  }

  @Override
  public @Nullable UUID getDataIID() {
    return dataIid;
  }

  @Override
  public void setDataIID(@Nullable UUID aDataIID) {
    dataIid = aDataIID;
  }

  @Override
  public String toString_() {
    return "[interface pointer]";
  }

  @Override
  public String toString() {
    return toString_();
  }
}
