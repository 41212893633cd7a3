package org.xpcom4j.registry.data;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsIStringEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsIUTF8StringEnumerator;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

/**
 * Enumerates strings of one moment: as objects through {@code nsISimpleEnumerator}, and as they are
 * through {@code nsIUTF8StringEnumerator} and {@code nsIStringEnumerator}, which {@code
 * queryInterface} gives. Objects and strings are counted separately. One thread at a time may use it.
 */
public final class StringEnumeration implements nsISimpleEnumerator {

  private static final UUID UTF8_STRINGS = Interfaces.iid(nsIUTF8StringEnumerator.class);
  private static final UUID STRINGS = Interfaces.iid(nsIStringEnumerator.class);

  private final Iterator<String> elements;
  private final Supplier<nsISupportsCString> holders;
  private final long pastTheEnd;
  private final Strings strings;

  private StringEnumeration(
      List<String> all, Supplier<nsISupportsCString> holders, long pastTheEnd) {
    this.elements = all.iterator();
    this.holders = holders;
    this.pastTheEnd = pastTheEnd;
    this.strings = new Strings(all.iterator());
  }

  /**
   * Makes an enumerator of a copy.
   *
   * @param strings the strings in their order
   * @param holders makes an empty object for each string that is asked for as an object
   * @param pastTheEnd the result code of {@code getNext} past the end
   * @return a new enumerator before the first of them
   */
  public static StringEnumeration of(
      Collection<String> strings, Supplier<nsISupportsCString> holders, long pastTheEnd) {
    return new StringEnumeration(List.copyOf(strings), holders, pastTheEnd);
  }

  /**
   * {@inheritDoc}
   *
   * @param uuid the wanted interface
   * @return this object, or what enumerates the strings as they are
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} for other interfaces; {@code
   *     NS_ERROR_ILLEGAL_VALUE} for null
   */
  @Override
  public nsISupports queryInterface(UUID uuid) {
    return UTF8_STRINGS.equals(uuid) || STRINGS.equals(uuid)
        ? strings
        : Interfaces.query(this, uuid);
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
   * @return the next string in an {@code nsISupportsCString}, never null
   * @throws XpcomException past the end
   */
  @Override
  public nsISupports getNext() {
    String next = next(elements);
    nsISupportsCString holder = holders.get();
    holder.setData(next);
    return holder;
  }

  private String next(Iterator<String> from) {
    if (!from.hasNext()) {
      throw new XpcomException(pastTheEnd, "the enumerator is at its end");
    }
    return from.next();
  }

  /** Another face of the same object: Java cannot give one class two kinds of getNext. */
  private final class Strings implements nsIUTF8StringEnumerator, nsIStringEnumerator {
    private final Iterator<String> rest;

    Strings(Iterator<String> rest) {
      this.rest = rest;
    }

    @Override
    public nsISupports queryInterface(UUID uuid) {
      return StringEnumeration.this.queryInterface(uuid);
    }

    @Override
    public boolean hasMore() {
      return rest.hasNext();
    }

    @Override
    public String getNext() {
      return next(rest);
    }
  }
}
