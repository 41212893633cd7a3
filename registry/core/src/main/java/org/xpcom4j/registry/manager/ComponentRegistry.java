package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;
import static org.xpcom4j.result.Nsresult.NS_OK;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.diagnostics.MadeService;
import org.xpcom4j.result.XpcomException;

/**
 * Finds classes by ID and makes instances and services of them. All methods may be called from any
 * thread; no lock is held while a factory or constructor runs.
 */
// hot: RegistryBenchmark.getServiceOfMany. Look-ups are not generic, so that javac adds no casts to
// nsISupports: a class remembers one interface that it was found to have, and a check for another
// one
// in turn takes five times as long as the rest of a look-up.
public final class ComponentRegistry {

  private final Registrations registrations;
  private final CreationStack stack = new CreationStack();
  private final Services services = new Services(stack);
  private volatile boolean closed;
  private volatile @Nullable Thread mainThread;

  /** Makes a registry without classes. */
  public ComponentRegistry() {
    this(0);
  }

  /**
   * Makes a registry without classes.
   *
   * @param expected how many there will be, about
   */
  public ComponentRegistry(int expected) {
    registrations = new Registrations(expected);
  }

  /**
   * Makes the calling thread the main thread, which some components are bound to.
   *
   * @param threads the contract ID of the service that is released after all others
   */
  public void startHere(String threads) {
    mainThread = Thread.currentThread();
    Entry last = registrations.find(threads);
    if (last != null) {
      services.releaseLast(last);
    }
  }

  /**
   * Returns the main thread.
   *
   * @return the thread that started the registry; the calling thread while nobody has
   */
  public MainThread mainThread() {
    Thread main = mainThread;
    return new MainThread(main != null ? main : Thread.currentThread());
  }

  /**
   * Gets a service by contract ID.
   *
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return the service, an instance of the interface, made now if this is the first time
   */
  // One hash look-up and one volatile read when the service is there; see LookupAllocationTest.
  public nsISupports getService(String contractId, Class<?> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(contractId, "contract ID"));
    if (entry != null) {
      nsISupports service = entry.service();
      if (service != null && type.isInstance(service) && !entry.isMainThreadOnly()) {
        return service;
      }
      return Making.narrow(service(entry, contractId, type), type);
    }
    throw unknown(contractId, "getService", type);
  }

  /**
   * Gets a service by class ID.
   *
   * @param cid the class ID
   * @param type the wanted interface
   * @return the service, an instance of the interface, made now if this is the first time
   */
  public nsISupports getService(UUID cid, Class<?> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(cid, "class ID"));
    if (entry == null) {
      throw unknown(cid, "getService", type);
    }
    return Making.narrow(service(entry, cid, type), type);
  }

  /**
   * Makes an instance by contract ID.
   *
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return a new object, an instance of the interface
   */
  public nsISupports createInstance(String contractId, Class<?> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(contractId, "contract ID"));
    if (entry == null) {
      throw unknown(contractId, "createInstance", type);
    }
    return Making.narrow(create(entry, contractId, null, type), type);
  }

  /**
   * Makes an instance by class ID.
   *
   * @param cid the class ID
   * @param type the wanted interface
   * @return a new object, an instance of the interface
   */
  public nsISupports createInstance(UUID cid, Class<?> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(cid, "class ID"));
    if (entry == null) {
      throw unknown(cid, "createInstance", type);
    }
    return Making.narrow(create(entry, cid, null, type), type);
  }

  /**
   * Lists what is registered.
   *
   * @return the class behind each contract ID, sorted by contract ID; a copy
   */
  public Map<String, Entry> contracts() {
    return registrations.contracts();
  }

  /**
   * Lists the services that exist.
   *
   * @return a copy, in the order in which they were finished; the one that is released last first
   */
  public List<MadeService> services() {
    return services.made().stream()
        .map(
            made ->
                new MadeService(
                    Creation.id(made.askedAs()),
                    made.entry().source().className(),
                    Duration.ofNanos(made.nanos())))
        .toList();
  }

  /** Makes what is released last, unless there is nothing that could need it until then. */
  void prepareRelease() {
    Entry last = services.madeAny() ? services.last() : null;
    if (last != null && last.service() == null) {
      service(last, last.cid(), nsISupports.class);
    }
  }

  Registrations registrations() {
    return registrations;
  }

  LookupFailure failures() {
    return new LookupFailure(registrations);
  }

  Services made() {
    return services;
  }

  CreationStack stack() {
    return stack;
  }

  boolean isClosed() {
    return closed;
  }

  /** Refuses every look-up from now on. */
  void close() {
    closed = true;
    registrations.clear();
  }

  /**
   * Gets a service as a factory gives it: it has the interface, but need not be an instance.
   *
   * @param wanted a Java type, or an IID
   */
  nsISupports service(Entry found, Object askedAs, Object wanted) {
    requireItsThread(found, askedAs);
    nsISupports service = found.service();
    if (service == null) {
      service = serviceMadeNow(found, askedAs, wanted);
    }
    return Making.query(service, wanted);
  }

  private nsISupports serviceMadeNow(Entry found, Object askedAs, Object wanted) {
    FlightRecord record = FlightRecording.slowLookup();
    long result = NS_ERROR_FAILURE; // unless something else is known
    try {
      nsISupports service = serviceInTheEnd(found, askedAs, wanted);
      result = NS_OK;
      return service;
    } catch (XpcomException failure) {
      result = failure.result();
      throw failure;
    } finally {
      record.end(askedAs, found.source().className(), result);
    }
  }

  /** If the class was unregistered since it was found, what the ID means now answers. */
  private nsISupports serviceInTheEnd(Entry found, Object askedAs, Object wanted) {
    Entry entry = found;
    while (true) {
      nsISupports service = services.get(entry, askedAs, wanted);
      if (service != null) {
        return service;
      }
      entry = findAgain(askedAs);
    }
  }

  private Entry findAgain(Object askedAs) {
    Entry now =
        askedAs instanceof String contractId
            ? registrations.find(contractId)
            : registrations.find((UUID) askedAs);
    if (now != null) {
      return now;
    }
    if (closed) {
      throw LookupFailure.closed("getService");
    }
    throw askedAs instanceof String contractId
        ? failures().unknown(contractId, "getService")
        : failures().unknown((UUID) askedAs, "getService");
  }

  /**
   * Makes an instance as a factory gives it.
   *
   * @param wanted a Java type, or an IID
   */
  // hot: RegistryBenchmark.createInstance
  nsISupports create(Entry entry, Object askedAs, @Nullable nsISupports outer, Object wanted) {
    services.requireOpen();
    requireItsThread(entry, askedAs);
    @Nullable Object[] place = stack.place();
    if (entry.needsNothing() && CreationStack.enterAlone(place)) {
      try {
        return Making.make(entry, askedAs, outer, wanted);
      } finally {
        CreationStack.leaveAlone(place);
      }
    }
    Creation creation = stack.push(entry, askedAs);
    try {
      return Making.make(entry, askedAs, outer, wanted);
    } finally {
      stack.pop(creation);
    }
  }

  /** Refuses components of the main thread on other threads, whether they exist or not. */
  private void requireItsThread(Entry entry, Object askedAs) {
    Thread main = mainThread;
    if (entry.isMainThreadOnly() && main != null && main != Thread.currentThread()) {
      throw new XpcomException(
          NS_ERROR_NOT_SAME_THREAD,
          Making.failure(entry, askedAs, "is for the main thread only")
              + "\n  main thread: "
              + main.getName()
              + "\n  asked on: "
              + Thread.currentThread().getName()
              + "\n  hint: dispatch an event to xpcom.mainThread()");
    }
  }

  private XpcomException unknown(String contractId, String method, Class<?> type) {
    String askedBy = method + "(…, " + type.getSimpleName() + ")";
    return closed
        ? LookupFailure.closed(askedBy)
        : failures().unknownOrMalformed(contractId, askedBy);
  }

  private XpcomException unknown(UUID cid, String method, Class<?> type) {
    String askedBy = method + "(…, " + type.getSimpleName() + ")";
    return closed ? LookupFailure.closed(askedBy) : failures().unknown(cid, askedBy);
  }

  static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
