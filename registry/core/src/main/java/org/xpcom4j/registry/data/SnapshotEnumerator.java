package org.xpcom4j.registry.data;

import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/** Enumerates what a collection held at one moment. One thread at a time may use it. */
public final class SnapshotEnumerator implements nsISimpleEnumerator {

  private final Iterator<? extends nsISupports> elements;

  private SnapshotEnumerator(List<? extends nsISupports> elements) {
    this.elements = elements.iterator();
  }

  /**
   * Makes an enumerator of a copy.
   *
   * @param elements the objects, in the order of the enumeration
   * @return a new enumerator before the first of them
   */
  public static SnapshotEnumerator of(Collection<? extends nsISupports> elements) {
    return new SnapshotEnumerator(List.copyOf(elements));
  }

  /**
   * {@inheritDoc}
   *
   * @return whether there is another object
   */
  @Override
  public boolean hasMoreElements() {
    return elements.hasNext();
  }

  /**
   * {@inheritDoc}
   *
   * @return the next object, never null
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} past the end
   */
  @Override
  public nsISupports getNext() {
    if (!elements.hasNext()) {
      throw new XpcomException(NS_ERROR_UNEXPECTED, "the enumerator is at its end");
    }
    return elements.next();
  }
}
