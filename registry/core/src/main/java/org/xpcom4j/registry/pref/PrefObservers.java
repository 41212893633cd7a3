package org.xpcom4j.registry.pref;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.registry.observer.ObserverReference;

/** Who wants to know of changed preferences, over all branches. */
final class PrefObservers {

  /** The topic of each notification. */
  static final String TOPIC = "nsPref:changed";

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private final List<Registration> registrations = new CopyOnWriteArrayList<>(); // oldest first

  /** Adds an observer unless the branch has it for the domain already. */
  synchronized void add(
      PrefBranch branch, String domain, nsIObserver observer, ObserverReference reference) {
    for (var registration : registrations) {
      if (registration.isFor(branch, domain, observer)) {
        return;
      }
    }
    registrations.add(new Registration(branch, domain, reference));
  }

  synchronized void remove(PrefBranch branch, String domain, nsIObserver observer) {
    for (var registration : registrations) {
      if (registration.isFor(branch, domain, observer)) {
        remove(registration);
        return;
      }
    }
  }

  private void remove(Registration registration) {
    registration.removed = true;
    registrations.remove(registration);
  }

  /** Removes the observers of a kind. */
  synchronized void removeAll(Predicate<Object> kind) {
    for (var registration : registrations) {
      if (registration.reference.isTo(kind)) {
        remove(registration);
      }
    }
  }

  /**
   * Tells the observers of a name, the newest first, on the calling thread. One added meanwhile is
   * not told, one removed meanwhile not any more.
   */
  void tell(String name) {
    var snapshot = new ArrayList<>(registrations);
    ListIterator<Registration> backwards = snapshot.listIterator(snapshot.size());
    while (backwards.hasPrevious()) {
      Registration registration = backwards.previous();
      if (!registration.removed && name.startsWith(registration.prefix)) {
        tell(registration, name);
      }
    }
  }

  private void tell(Registration registration, String name) {
    nsIObserver observer = registration.reference.observer();
    if (observer == null) {
      remove(registration);
      return;
    }
    try {
      PrefBranch branch = registration.branch;
      observer.observe(branch, TOPIC, name.substring(branch.getRoot().length()));
    } catch (Throwable failure) {
      LOG.error("observer {} of preference \"{}\" failed", observer, name, failure);
    }
  }

  /** One observer of one domain on one branch, which it keeps alive. */
  private static final class Registration {
    private final PrefBranch branch;
    private final String domain;
    private final String prefix;
    private final ObserverReference reference;
    private volatile boolean removed;

    Registration(PrefBranch branch, String domain, ObserverReference reference) {
      this.branch = branch;
      this.domain = domain;
      this.prefix = branch.getRoot() + domain;
      this.reference = reference;
    }

    boolean isFor(PrefBranch otherBranch, String otherDomain, nsIObserver observer) {
      return branch == otherBranch && domain.equals(otherDomain) && reference.isTo(observer);
    }
  }
}
