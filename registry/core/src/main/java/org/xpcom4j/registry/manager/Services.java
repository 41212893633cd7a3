package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_OK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/**
 * Makes each service once. The first thread that asks makes it, outside the lock; others sleep until
 * it is there, and if it failed the next of them tries. Whoever would wait for ever gets an
 * exception with the whole cycle instead.
 */
final class Services {

  /** How long a thread sleeps before it looks whether what it waits for is stuck behind a lock. */
  private static final long LOOK_AFTER_MILLIS = 100;

  private final CreationStack stack;
  private final ServicesLock lock = new ServicesLock();
  private final Condition changed = lock.newCondition();
  private final WaitGraph waits = new WaitGraph(lock); // guarded by lock

  /** The services in the order in which they were finished; guarded by lock. */
  private final List<Made> made = new ArrayList<>();

  /** What all others may need until they are released; guarded by lock. */
  private @Nullable Entry last;

  private volatile boolean sealed; // written under lock

  Services(CreationStack stack) {
    this.stack = stack;
  }

  /**
   * A service that exists.
   *
   * @param askedAs by what it was first asked for
   * @param nanos how long its creation took
   */
  record Made(Entry entry, nsISupports service, Object askedAs, long nanos) {}

  /**
   * Gets the service of an entry, or makes it; null if the class was unregistered meanwhile.
   *
   * @param wanted what the first who asks wants of it, a Java type or an IID
   */
  @Nullable nsISupports get(Entry entry, Object askedAs, Object wanted) {
    while (true) {
      Creation begun = beginOrAwait(entry, askedAs);
      if (begun != null) {
        return carryOut(begun, wanted);
      }
      nsISupports service = entry.service();
      if (service != null) {
        return service;
      }
      if (wasRetired(entry)) {
        return null;
      }
    }
  }

  private boolean wasRetired(Entry entry) {
    lock.lock();
    try {
      return entry.isRetired();
    } finally {
      lock.unlock();
    }
  }

  /** Returns what the caller has to carry out, or null once the service or its class is settled. */
  private @Nullable Creation beginOrAwait(Entry entry, Object askedAs) {
    lock.lock();
    try {
      while (entry.service() == null && !entry.isRetired()) {
        requireOpen();
        Creation pending = entry.pending();
        if (pending == null) {
          Creation begun = stack.push(entry, askedAs);
          entry.setPending(begun);
          return begun;
        }
        awaitEnd(pending, askedAs);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void awaitEnd(Creation pending, Object askedAs) {
    Creation innermost = stack.innermost();
    if (innermost != null && pending.thread() == Thread.currentThread()) {
      throw Cycle.onOneThread(pending, innermost, askedAs);
    }
    waits.enter(pending, innermost);
    try {
      int looks = 0;
      while (pending.entry().pending() == pending) {
        boolean stuck = !sleep() && waits.isStuck(pending);
        looks = stuck ? looks + 1 : 0;
        if (looks == 2) { // one look is not enough: it asks about one thread after the other
          throw WaitGraph.stuck(pending);
        }
      }
    } finally {
      waits.leave();
    }
  }

  /** Returns whether something changed; an interrupt stays set and does not end the wait. */
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  private boolean sleep() {
    boolean interrupted = Thread.interrupted();
    try {
      return changed.await(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      interrupted = true;
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns null if the service was finished after its plug-in was removed; it is closed then. */
  private @Nullable nsISupports carryOut(Creation begun, Object wanted) {
    boolean finished = false;
    long result = NS_ERROR_FAILURE; // unless something else is known
    FlightRecord record = FlightRecording.serviceCreation();
    long start = System.nanoTime();
    try {
      nsISupports service = Making.make(begun.entry(), begun.askedAs(), null, wanted);
      finished = true;
      if (finish(begun, service, System.nanoTime() - start)) {
        result = NS_OK;
        return service;
      }
      closeLate(begun.entry(), service);
      return null;
    } catch (XpcomException failure) {
      result = failure.result();
      throw failure;
    } finally {
      stack.pop(begun);
      if (!finished) {
        finish(begun, null, 0);
      }
      record.end(begun.askedAs(), begun.entry().source().className(), result);
    }
  }

  /**
   * Returns whether the service may be given out: not if there is none, or the registry closed
   * meanwhile, or its plug-in was removed. Nobody but its maker gets the service of a class that was
   * unregistered meanwhile.
   */
  private boolean finish(Creation begun, @Nullable nsISupports service, long nanos) {
    Entry entry = begun.entry();
    lock.lock();
    try {
      entry.setPending(null);
      changed.signalAll();
      if (service == null || sealed || entry.isEvicted()) {
        return false;
      }
      if (!entry.isRetired()) {
        entry.setService(service);
      }
      if (!entry.isRetired() || service instanceof AutoCloseable) {
        made.add(entry == last ? 0 : made.size(), new Made(entry, service, begun.askedAs(), nanos));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Nobody gets it: the registry has closed, which is an error, or its plug-in is gone. */
  private void closeLate(Entry entry, nsISupports service) {
    XpcomException refused = tooLate(service);
    if (sealed) {
      throw refused;
    }
    for (Throwable failure : refused.getSuppressed()) {
      LoggerFactory.getLogger(Services.class)
          .error("{} failed to close after its plug-in was removed", entry.source(), failure);
    }
  }

  private static XpcomException tooLate(nsISupports service) {
    var refused =
        new XpcomException(
            NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the registry closed while a service was made");
    if (service instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failure) {
        refused.addSuppressed(failure);
      }
    }
    return refused;
  }

  /** Lets the service of an entry be released after all others, whenever it is made. */
  void releaseLast(Entry entry) {
    lock.lock();
    try {
      last = entry;
    } finally {
      lock.unlock();
    }
  }

  @Nullable Entry last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /** The services that exist, in the order in which they were finished. */
  List<Made> made() {
    lock.lock();
    try {
      return List.copyOf(made);
    } finally {
      lock.unlock();
    }
  }

  boolean madeAny() {
    lock.lock();
    try {
      return !made.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses to make anything once the registry releases its services. */
  void requireOpen() {
    if (sealed) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the registry is closing and makes nothing more");
    }
  }

  /**
   * Forgets the service of a class that was unregistered, also one that is still being made. What
   * wants to be closed is, at the end.
   */
  void forget(Entry entry) {
    lock.lock();
    try {
      entry.retire();
      entry.setService(null);
      made.removeIf(each -> each.entry() == entry && !(each.service() instanceof AutoCloseable));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets the services of classes that are gone for good, and returns those that exist, the latest
   * first. One that is still being made is closed when it is finished.
   */
  List<Made> evict(Set<Entry> entries) {
    lock.lock();
    try {
      for (Entry entry : entries) {
        entry.evict(NS_ERROR_FACTORY_NOT_REGISTERED);
        entry.retire();
        entry.setService(null);
      }
      changed.signalAll();
      var latestFirst = new ArrayList<Made>();
      for (int at = made.size() - 1; at >= 0; at--) {
        if (entries.contains(made.get(at).entry())) {
          latestFirst.add(made.remove(at));
        }
      }
      return latestFirst;
    } finally {
      lock.unlock();
    }
  }

  /** Lets no service be made from now on, and returns those that exist, the latest first. */
  List<Made> seal() {
    lock.lock();
    try {
      sealed = true;
      var latestFirst = new ArrayList<Made>(made.size());
      for (int at = made.size() - 1; at >= 0; at--) {
        latestFirst.add(made.get(at));
      }
      made.clear();
      return latestFirst;
    } finally {
      lock.unlock();
    }
  }
}
