package org.xpcom4j.registry.data;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;

import java.lang.ref.WeakReference;
import java.util.UUID;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.result.XpcomException;

/**
 * A weak reference to a Java object, for {@code nsISupportsWeakReference.getWeakReference}. A
 * component keeps one for itself and hands it out each time.
 */
public final class JavaWeakReference implements nsIWeakReference {

  private final WeakReference<nsISupports> referent;

  /**
   * Refers to an object without keeping it alive.
   *
   * @param referent the object
   */
  public JavaWeakReference(nsISupports referent) {
    this.referent = new WeakReference<>(referent);
  }

  /**
   * {@inheritDoc}
   *
   * @param uuid the wanted interface
   * @return what the object's {@code queryInterface} answers
   * @throws XpcomException {@code NS_ERROR_NULL_POINTER} if the object is gone; {@code
   *     NS_ERROR_NO_INTERFACE} if it does not have the interface
   */
  @Override
  public nsISupports queryReferent(UUID uuid) {
    nsISupports object = referent.get();
    if (object == null) {
      throw new XpcomException(NS_ERROR_NULL_POINTER, "the object of the weak reference is gone");
    }
    return object.queryInterface(uuid);
  }
}
