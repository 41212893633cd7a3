package org.xpcom4j.registry.data;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/** An array of what a collection held at one moment. Immutable. */
public final class SnapshotArray implements nsIArray {

  private final List<nsISupports> elements;

  private SnapshotArray(List<nsISupports> elements) {
    this.elements = elements;
  }

  /**
   * Makes an array of a copy.
   *
   * @param elements the objects in their order
   * @return a new array
   */
  public static SnapshotArray of(Collection<? extends nsISupports> elements) {
    return new SnapshotArray(List.copyOf(elements));
  }

  /**
   * {@inheritDoc}
   *
   * @return the number of elements
   */
  @Override
  public long getLength() {
    return elements.size();
  }

  /**
   * {@inheritDoc}
   *
   * @param index the element's position, from 0
   * @param uuid the wanted interface
   * @return what the element's {@code queryInterface} answers
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if there is no such position; {@code
   *     NS_ERROR_NO_INTERFACE} if the element does not have the interface
   */
  @Override
  public nsISupports queryElementAt(long index, UUID uuid) {
    if (index < 0 || index >= elements.size()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "array of " + elements.size() + " elements has no element at " + index);
    }
    return elements.get((int) index).queryInterface(uuid);
  }

  /**
   * {@inheritDoc}
   *
   * @param startIndex where the search begins
   * @param element the element, found by identity
   * @return its position
   * @throws XpcomException {@code NS_ERROR_FAILURE} if it is not there
   */
  @Override
  public long indexOf(long startIndex, nsISupports element) {
    for (long i = Math.max(0, startIndex); i < elements.size(); i++) {
      if (elements.get((int) i) == element) {
        return i;
      }
    }
    throw new XpcomException(NS_ERROR_FAILURE, "the element is not in the array");
  }

  /**
   * {@inheritDoc}
   *
   * @return a new enumerator
   */
  @Override
  public nsISimpleEnumerator enumerate() {
    return SnapshotEnumerator.of(elements);
  }
}
