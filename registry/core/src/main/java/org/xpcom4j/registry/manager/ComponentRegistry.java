package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.result.XpcomException;

/**
 * Finds classes by ID and makes instances and services of them. All methods may be called from any
 * thread; no lock is held while a factory or constructor runs.
 */
public final class ComponentRegistry {

  private static final UUID ANY_INTERFACE = Interfaces.iid(nsISupports.class);

  /** Java interfaces that are not made from IDL are asked for as nsISupports, and then narrowed. */
  private static final ClassValue<UUID> ASKED_FOR =
      new ClassValue<>() {
        @Override
        protected UUID computeValue(Class<?> type) {
          return type.isAnnotationPresent(XpInterface.class) ? Interfaces.iid(type) : ANY_INTERFACE;
        }
      };

  private final Registrations registrations = new Registrations();
  private final CreationStack stack = new CreationStack();
  private final Services services = new Services(stack);
  private final LookupFailure failures = new LookupFailure(registrations);
  private volatile boolean closed;
  private volatile @Nullable Thread mainThread;

  /** Makes a registry without classes. */
  public ComponentRegistry() {}

  /** Makes the calling thread the main thread, which some components are bound to. */
  public void startHere() {
    mainThread = Thread.currentThread();
  }

  /**
   * Gets a service by contract ID.
   *
   * @param <T> the wanted interface
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return the service, made now if this is the first time
   */
  // One hash look-up and one volatile read when the service is there; see LookupAllocationTest.
  public <T> T getService(String contractId, Class<T> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(contractId, "contract ID"));
    if (entry != null) {
      nsISupports service = entry.service();
      if (type.isInstance(service) && !entry.isMainThreadOnly()) {
        return type.cast(service);
      }
      return narrow(service(entry, contractId, iidOf(type)), type);
    }
    throw unknown(contractId, "getService", type);
  }

  /**
   * Gets a service by class ID.
   *
   * @param <T> the wanted interface
   * @param cid the class ID
   * @param type the wanted interface
   * @return the service, made now if this is the first time
   */
  public <T> T getService(UUID cid, Class<T> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(cid, "class ID"));
    if (entry == null) {
      throw unknown(cid, "getService", type);
    }
    return narrow(service(entry, cid, iidOf(type)), type);
  }

  /**
   * Makes an instance by contract ID.
   *
   * @param <T> the wanted interface
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return a new object
   */
  public <T> T createInstance(String contractId, Class<T> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(contractId, "contract ID"));
    if (entry == null) {
      throw unknown(contractId, "createInstance", type);
    }
    return narrow(create(entry, contractId, null, iidOf(type)), type);
  }

  /**
   * Makes an instance by class ID.
   *
   * @param <T> the wanted interface
   * @param cid the class ID
   * @param type the wanted interface
   * @return a new object
   */
  public <T> T createInstance(UUID cid, Class<T> type) {
    present(type, "interface");
    Entry entry = registrations.find(present(cid, "class ID"));
    if (entry == null) {
      throw unknown(cid, "createInstance", type);
    }
    return narrow(create(entry, cid, null, iidOf(type)), type);
  }

  /**
   * Lists what is registered.
   *
   * @return the class behind each contract ID, sorted by contract ID; a copy
   */
  public Map<String, Entry> contracts() {
    return registrations.contracts();
  }

  Registrations registrations() {
    return registrations;
  }

  LookupFailure failures() {
    return failures;
  }

  Services services() {
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

  /** Gets a service as a factory gives it: it has the interface, but need not be an instance. */
  nsISupports service(Entry found, Object askedAs, UUID iid) {
    requireItsThread(found, askedAs);
    nsISupports service = found.service();
    if (service == null) {
      service = serviceMadeNow(found, askedAs, iid);
    }
    return iid.equals(ANY_INTERFACE) ? service : query(service, iid);
  }

  /** If the class was unregistered since it was found, what the ID means now answers. */
  private nsISupports serviceMadeNow(Entry found, Object askedAs, UUID iid) {
    Entry entry = found;
    while (true) {
      Entry making = entry;
      nsISupports service = services.get(making, askedAs, () -> make(making, askedAs, null, iid));
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
        ? failures.unknown(contractId, "getService")
        : failures.unknown((UUID) askedAs, "getService");
  }

  /** Makes an instance as a factory gives it. */
  nsISupports create(Entry entry, Object askedAs, @Nullable nsISupports outer, UUID iid) {
    services.requireOpen();
    requireItsThread(entry, askedAs);
    Creation creation = stack.push(entry, askedAs);
    try {
      return make(entry, askedAs, outer, iid);
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
          failure(entry, askedAs, "is for the main thread only")
              + "\n  main thread: "
              + main.getName()
              + "\n  asked on: "
              + Thread.currentThread().getName()
              + "\n  hint: dispatch an event to xpcom.mainThread()");
    }
  }

  private static nsISupports make(
      Entry entry, Object askedAs, @Nullable nsISupports outer, UUID iid) {
    nsISupports made;
    try {
      made = entry.factory().createInstance(outer, iid);
    } catch (XpcomException unchanged) {
      throw unchanged;
    } catch (LinkageError now) {
      LinkageError broken = BrokenClass.toTell(entry, now);
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          failure(entry, askedAs, BrokenClass.describe(broken)),
          broken);
    } catch (RuntimeException thrown) {
      throw new XpcomException(
          NS_ERROR_FAILURE, failure(entry, askedAs, "failed while it was made: " + thrown), thrown);
    }
    if (made == null) {
      throw new XpcomException(
          NS_ERROR_FAILURE, failure(entry, askedAs, "was not made: its factory gave null"));
    }
    return made;
  }

  private static String failure(Entry entry, Object askedAs, String what) {
    return "component "
        + Creation.step(entry, askedAs)
        + " "
        + what
        + "\n  registered by: "
        + entry.source().origin();
  }

  private static nsISupports query(nsISupports object, UUID iid) {
    nsISupports answer = object.queryInterface(iid);
    if (answer == null) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE, object.getClass().getName() + " has no interface {" + iid + "}");
    }
    return answer;
  }

  private static UUID iidOf(Class<?> type) {
    return ASKED_FOR.get(type);
  }

  private static <T> T narrow(nsISupports object, Class<T> type) {
    if (!type.isInstance(object)) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE, object.getClass().getName() + " is no " + type.getName());
    }
    return type.cast(object);
  }

  private XpcomException unknown(String contractId, String method, Class<?> type) {
    String askedBy = method + "(…, " + type.getSimpleName() + ")";
    return closed
        ? LookupFailure.closed(askedBy)
        : failures.unknownOrMalformed(contractId, askedBy);
  }

  private XpcomException unknown(UUID cid, String method, Class<?> type) {
    String askedBy = method + "(…, " + type.getSimpleName() + ")";
    return closed ? LookupFailure.closed(askedBy) : failures.unknown(cid, askedBy);
  }

  static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
