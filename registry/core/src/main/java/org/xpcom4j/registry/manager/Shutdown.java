package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/**
 * The end of a registry: observers are told while everything still works, then services are
 * released, the latest first, and those that are {@link AutoCloseable} closed; last of all, observers
 * of {@code xpcom-shutdown-loaders} are told.
 */
public final class Shutdown {

  private static final String LOADERS = "xpcom-shutdown-loaders";

  private final ComponentRegistry registry;
  private boolean begun; // guarded by this

  /**
   * Prepares the end.
   *
   * @param registry what is to be closed
   */
  public Shutdown(ComponentRegistry registry) {
    this.registry = registry;
  }

  /**
   * Carries it out, once; a second call returns at once.
   *
   * @param subject what observers of {@code xpcom-shutdown} get: the service manager
   * @param pendingEvents runs the events that wait on the calling thread
   * @param afterwards done last of all, when nothing is registered any more
   * @throws XpcomException {@code NS_ERROR_FAILURE} if services failed to close, after all of them
   *     were tried; the failures are its cause and its suppressed exceptions
   */
  public void run(nsISupports subject, Runnable pendingEvents, Runnable afterwards) {
    if (!begin()) {
      return;
    }
    var failures = new ArrayList<Throwable>();
    attempt(() -> notifyObservers(null, "xpcom-will-shutdown"), failures);
    attempt(() -> notifyObservers(subject, "xpcom-shutdown"), failures);
    attempt(pendingEvents::run, failures);
    attempt(() -> notifyObservers(null, "xpcom-shutdown-threads"), failures);
    attempt(pendingEvents::run, failures);
    attempt(registry::prepareRelease, failures);
    List<nsIObserver> loaders = loaderObservers(failures);
    for (Services.Made made : registry.made().seal()) {
      release(made, failures);
    }
    for (nsIObserver loader : loaders) {
      attempt(() -> loader.observe(null, LOADERS, null), failures);
    }
    registry.close();
    attempt(afterwards::run, failures);
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
  }

  private synchronized boolean begin() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  /** A registry whose observer service was never made has no observers. */
  private void notifyObservers(@Nullable nsISupports subject, String topic) {
    nsIObserverService observers = observerService();
    if (observers != null) {
      observers.notifyObservers(subject, topic, null);
    }
  }

  private @Nullable nsIObserverService observerService() {
    Entry entry = registry.registrations().find(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID);
    return entry != null && entry.service() instanceof nsIObserverService observers
        ? observers
        : null;
  }

  /** Taken before the observer service is closed: they are told when all services are released. */
  private List<nsIObserver> loaderObservers(List<Throwable> failures) {
    var loaders = new ArrayList<nsIObserver>();
    attempt(
        () -> {
          nsIObserverService observers = observerService();
          if (observers != null) {
            nsISimpleEnumerator each = observers.enumerateObservers(LOADERS);
            while (each.hasMoreElements()) {
              loaders.add((nsIObserver) each.getNext());
            }
          }
        },
        failures);
    return loaders;
  }

  static void release(Services.Made made, List<Throwable> failures) {
    made.entry().setService(null);
    if (made.service() instanceof AutoCloseable closeable) {
      attempt(closeable::close, failures);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Keeps Errors too: the threads and sockets of all other services would stay. */
  private static void attempt(Step step, List<Throwable> failures) {
    try {
      step.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failures.add(interrupted);
    } catch (Throwable failure) {
      failures.add(failure);
    }
  }

  private static XpcomException failed(List<Throwable> failures) {
    var summary = new StringBuilder("the registry is closed, but not all of it went well");
    failures.forEach(failure -> summary.append("\n  ").append(failure));
    var exception = new XpcomException(NS_ERROR_FAILURE, summary.toString(), failures.get(0));
    failures.stream().skip(1).forEach(exception::addSuppressed);
    return exception;
  }
}
