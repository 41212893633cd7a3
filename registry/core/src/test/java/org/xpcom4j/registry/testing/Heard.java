package org.xpcom4j.registry.testing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;

/** Writes down what is notified under a topic. */
public final class Heard implements nsIObserver {

  private final List<String> data = new CopyOnWriteArrayList<>();

  private Heard() {}

  /**
   * Begins to observe.
   *
   * @param xpcom the registry
   * @param topic the topic
   * @return the observer
   */
  public static Heard of(Xpcom xpcom, String topic) {
    var heard = new Heard();
    xpcom
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .addObserver(heard, topic, false);
    return heard;
  }

  @Override
  public void observe(nsISupports aSubject, String aTopic, String aData) {
    data.add(aData);
  }

  /**
   * Returns what was heard so far.
   *
   * @return the data of each notification
   */
  public List<String> data() {
    return List.copyOf(data);
  }

  /** A class of the host that plug-ins want injected: one object for each injector. */
  @Singleton
  public static final class Count {
    private int last;

    /** Begins at 1. */
    @Inject
    public Count() {}

    /**
     * Counts on.
     *
     * @return the next number
     */
    public int next() {
      last++;
      return last;
    }
  }
}
