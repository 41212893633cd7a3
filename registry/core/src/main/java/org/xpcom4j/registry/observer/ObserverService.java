package org.xpcom4j.registry.observer;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.data.SnapshotEnumerator;
import org.xpcom4j.registry.plugin.Forgetful;
import org.xpcom4j.result.XpcomException;

/**
 * Tells observers about topics, on the thread that notifies.
 *
 * <p>Unlike Gecko's it may be used from any thread: observers of a topic that is notified elsewhere
 * must be ready for that. What an observer throws is logged, and the others are told all the same.
 */
@Component(
    cid = "{d07f5195-e3d1-11d2-8acd-00105a1b8860}",
    contracts = nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID,
    scope = Scope.SERVICE)
public final class ObserverService implements nsIObserverService, Forgetful, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ObserverService.class);

  /** Registrations by topic, oldest first: immutable lists, replaced under lock. */
  private final Map<String, List<ObserverReference>> topics = new ConcurrentHashMap<>();

  private final Object lock = new Object();
  private volatile boolean closed; // written under lock

  /** Makes a service without observers. */
  public ObserverService() {}

  /**
   * {@inheritDoc}
   *
   * @param anObserver the observer; added twice, it is told twice
   * @param aTopic the topic, any string
   * @param ownsWeak whether to hold the observer through its weak reference
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} for null; {@code NS_ERROR_NO_INTERFACE} if the
   *     observer cannot be held weakly; {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} after {@link #close}
   */
  @Override
  public void addObserver(nsIObserver anObserver, String aTopic, boolean ownsWeak) {
    requireArgument(anObserver, "observer");
    requireArgument(aTopic, "topic");
    var added = ObserverReference.to(anObserver, ownsWeak);
    synchronized (lock) {
      requireOpen();
      topics.merge(aTopic, List.of(added), ObserverService::concat);
    }
  }

  private static List<ObserverReference> concat(
      List<ObserverReference> older, List<ObserverReference> newer) {
    var all = new ArrayList<>(older);
    all.addAll(newer);
    return List.copyOf(all);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Takes away the oldest registration; one that holds the observer strongly comes before one
   * that holds it weakly.
   *
   * @param anObserver the observer
   * @param aTopic the topic
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} for null; {@code NS_ERROR_FAILURE} if the
   *     observer is not registered for the topic; {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} after
   *     {@link #close}
   */
  @Override
  public void removeObserver(nsIObserver anObserver, String aTopic) {
    requireArgument(anObserver, "observer");
    requireArgument(aTopic, "topic");
    while (true) {
      requireOpen();
      var before = topics.getOrDefault(aTopic, List.of());
      var found = find(anObserver, before); // may run code of the observer: no lock
      if (found == null) {
        throw new XpcomException(
            NS_ERROR_FAILURE,
            anObserver.getClass().getName() + " does not observe topic \"" + aTopic + "\"");
      }
      if (replace(aTopic, before, without(List.of(found), before))) {
        return;
      }
    }
  }

  private static @Nullable ObserverReference find(
      nsIObserver observer, List<ObserverReference> registrations) {
    ObserverReference weak = null;
    for (var registration : registrations) {
      if (registration.isTo(observer)) {
        if (registration instanceof ObserverReference.Strong) {
          return registration;
        }
        weak = weak == null ? registration : weak;
      }
    }
    return weak;
  }

  private static List<ObserverReference> without(
      List<ObserverReference> removed, List<ObserverReference> registrations) {
    var rest = new ArrayList<>(registrations);
    for (var registration : removed) {
      for (int i = 0; i < rest.size(); i++) {
        if (rest.get(i) == registration) {
          rest.remove(i);
          break;
        }
      }
    }
    return List.copyOf(rest);
  }

  /** Replaces a topic's list unless it has changed meanwhile. */
  private boolean replace(
      String topic, List<ObserverReference> before, List<ObserverReference> after) {
    synchronized (lock) {
      if (topics.get(topic) != before) {
        return false;
      }
      if (after.isEmpty()) {
        topics.remove(topic);
      } else {
        topics.put(topic, after);
      }
      return true;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Runs the observers on the calling thread, the newest first. Who is told is settled at the
   * start: an observer removed meanwhile is still told, one added meanwhile is not.
   *
   * @param aSubject anything, or null
   * @param aTopic the topic
   * @param someData anything, or null
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} if the topic is null; {@code
   *     NS_ERROR_ILLEGAL_DURING_SHUTDOWN} after {@link #close}
   */
  @Override
  public void notifyObservers(
      @Nullable nsISupports aSubject, String aTopic, @Nullable String someData) {
    for (nsIObserver observer : observers(aTopic)) {
      try {
        observer.observe(aSubject, aTopic, someData);
      } catch (Throwable failure) {
        LOG.error("observer {} of topic \"{}\" failed", observer, aTopic, failure);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param aTopic the topic
   * @return the observers of this moment, the newest first
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} if the topic is null; {@code
   *     NS_ERROR_ILLEGAL_DURING_SHUTDOWN} after {@link #close}
   */
  @Override
  public nsISimpleEnumerator enumerateObservers(String aTopic) {
    return SnapshotEnumerator.of(observers(aTopic));
  }

  /** The living observers of a topic, newest first; forgets the dead. */
  private List<nsIObserver> observers(String topic) {
    requireArgument(topic, "topic");
    requireOpen();
    var registrations = topics.getOrDefault(topic, List.of());
    var living = new ArrayList<nsIObserver>(registrations.size());
    var dead = new ArrayList<ObserverReference>();
    for (var registration : registrations) {
      nsIObserver observer = registration.observer();
      if (observer == null) {
        dead.add(registration);
      } else {
        living.add(observer);
      }
    }
    if (!dead.isEmpty()) {
      // If the list has changed meanwhile, the next notification does it.
      replace(topic, registrations, without(dead, registrations));
    }
    Collections.reverse(living);
    return living;
  }

  @Override
  public void forget(Predicate<Object> isGone) {
    synchronized (lock) {
      topics.replaceAll(
          (topic, registrations) ->
              registrations.stream().filter(each -> !each.isTo(isGone)).toList());
      topics.values().removeIf(List::isEmpty);
    }
  }

  /** Forgets all observers and refuses everything from now on. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      topics.clear();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the observer service is closed with its registry");
    }
  }

  private static void requireArgument(@Nullable Object argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_INVALID_ARG, what + " is null");
    }
  }
}
