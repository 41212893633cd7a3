package org.example.badtable;

import java.util.List;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;

/** Fails when it is read. */
public final class Table implements ComponentTable {

  @Override
  public String moduleName() {
    return "";
  }

  @Override
  public int size() {
    throw new UnsupportedOperationException("no size");
  }

  @Override
  public ComponentEntry entry(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public List<Class<? extends nsISupports>> interfaces(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public nsISupports create(int index, Dependencies dependencies) {
    throw new IndexOutOfBoundsException(index);
  }
}
