package org.xpcom4j.necko.io;

import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * Whether the application leaves the network alone. Observers hear of a change on the thread that
 * makes it; a change that is asked for meanwhile, by an observer or another thread, is made by that
 * same thread afterwards.
 */
final class OfflineSwitch {
  private static final String GOING_OFFLINE = "network:offline-about-to-go-offline";
  private static final String STATUS_CHANGED = "network:offline-status-changed";

  private final nsIObserverService observers;
  private boolean isOffline;
  private boolean isWanted;
  private boolean isSwitching;
  private boolean isLocked;
  private boolean isShutDown;

  OfflineSwitch(nsIObserverService observers) {
    this.observers = observers;
  }

  synchronized boolean isOffline() {
    return isOffline;
  }

  /** Goes offline and stays there until {@link #unlock}. */
  void lock(nsISupports subject) {
    synchronized (this) {
      isLocked = true;
    }
    set(subject, true);
  }

  /** Goes offline for good. */
  void shutDown(nsISupports subject) {
    synchronized (this) {
      isShutDown = true;
    }
    set(subject, true);
  }

  /** Allows to go online again. */
  synchronized void unlock() {
    isLocked = false;
  }

  /**
   * Switches, and tells the observers unless nothing changes.
   *
   * @throws XpcomException NS_ERROR_NOT_AVAILABLE when it cannot go online
   */
  void set(nsISupports subject, boolean offline) {
    synchronized (this) {
      if (!offline && (isLocked || isShutDown)) {
        throw new XpcomException(
            Nsresult.NS_ERROR_NOT_AVAILABLE,
            "the network is shut down, or taken away while the profile changes");
      }
      isWanted = offline;
      if (isSwitching) {
        return;
      }
      isSwitching = true;
    }
    try {
      while (hasChanged()) {
        announce(subject, isOffline());
      }
    } catch (RuntimeException e) {
      synchronized (this) {
        isSwitching = false;
      }
      throw e;
    }
  }

  /** Takes over what is wanted. Once it answers false, nobody counts on this thread any more. */
  private synchronized boolean hasChanged() {
    boolean hasChanged = isOffline != isWanted;
    isOffline = isWanted;
    isSwitching = hasChanged;
    return hasChanged;
  }

  private void announce(nsISupports subject, boolean offline) {
    if (offline) {
      observers.notifyObservers(subject, GOING_OFFLINE, "offline");
    }
    observers.notifyObservers(subject, STATUS_CHANGED, offline ? "offline" : "online");
  }
}
