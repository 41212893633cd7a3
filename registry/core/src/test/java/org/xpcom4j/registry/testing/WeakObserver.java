package org.xpcom4j.registry.testing;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;

import java.util.List;
import java.util.UUID;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.result.XpcomException;

/** An observer whose death the test decides, not the garbage collector. */
public final class WeakObserver implements nsIObserver, nsISupportsWeakReference {

  private final List<String> told;
  private final String name;
  private boolean dead;

  /**
   * Makes an observer that writes its name down when it is told something.
   *
   * @param told where it writes
   * @param name what it writes
   */
  public WeakObserver(List<String> told, String name) {
    this.told = told;
    this.name = name;
  }

  /** From now on its weak reference answers as if it had been collected. */
  public void die() {
    dead = true;
  }

  @Override
  public void observe(nsISupports aSubject, String aTopic, String aData) {
    told.add(name);
  }

  @Override
  public nsIWeakReference getWeakReference() {
    return new Reference();
  }

  private final class Reference implements nsIWeakReference {
    @Override
    public nsISupports queryReferent(UUID uuid) {
      if (dead) {
        throw new XpcomException(NS_ERROR_NULL_POINTER, "the observer is gone");
      }
      return WeakObserver.this.queryInterface(uuid);
    }
  }
}
