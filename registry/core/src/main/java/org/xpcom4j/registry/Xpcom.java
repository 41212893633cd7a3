package org.xpcom4j.registry;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIThread;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.diagnostics.Diagnostics;
import org.xpcom4j.registry.diagnostics.StartReport;
import org.xpcom4j.registry.loading.LoadedPlugins;
import org.xpcom4j.registry.loading.PluginLocations;
import org.xpcom4j.registry.manager.ComponentManager;
import org.xpcom4j.registry.manager.ComponentRegistry;
import org.xpcom4j.registry.manager.ContractBindings;
import org.xpcom4j.registry.manager.Entry;
import org.xpcom4j.registry.manager.InitialCategories;
import org.xpcom4j.registry.manager.Injection;
import org.xpcom4j.registry.manager.Inventory;
import org.xpcom4j.registry.manager.MainThread;
import org.xpcom4j.registry.manager.RegistryObjects;
import org.xpcom4j.registry.manager.Shutdown;
import org.xpcom4j.registry.manager.Source;
import org.xpcom4j.registry.manager.TableDiscovery;
import org.xpcom4j.registry.manager.TableRegistration;
import org.xpcom4j.registry.manifest.Platform;
import org.xpcom4j.registry.plugin.Application;
import org.xpcom4j.registry.plugin.Plugins;
import org.xpcom4j.registry.reflect.InterfaceDirectory;
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.registry.thread.EventLoops;
import org.xpcom4j.result.XpcomException;

/**
 * A registry of components: the way in for hosts, and injectable into components by this type.
 *
 * <p>Any number of registries may exist side by side, also one after the other; they share nothing.
 * All methods may be called from any thread. What fails is an {@link XpcomException} that says what
 * was looked up, what is registered that is near to it, and where that came from.
 *
 * <p>{@link #close} ends the registry. While observers of {@code xpcom-shutdown} run everything
 * still works; then services that exist can be had until they are released, everything else is
 * {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN}, and afterwards so is every call but {@code close}.
 */
public final class Xpcom implements AutoCloseable {

  private static final String THREADS = nsIThreadManager.NS_THREADMANAGER_CONTRACTID;

  private final XpcomOptions options;
  private final List<ComponentTable> tables;
  private final @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
  private final ComponentRegistry registry;
  private final Shutdown shutdown;
  private final OwnObjects objects = new OwnObjects();
  private final Injection injection;
  private final InitialCategories categories;
  private final long findingNanos;
  private final long registeringNanos;
  private volatile long injectorNanos;
  private final Object lock = new Object();
  private @Nullable ComponentManager manager; // guarded by lock
  private @Nullable InterfaceDirectory interfaces; // guarded by lock
  private @Nullable LoadedPlugins plugins; // guarded by lock

  private Xpcom(XpcomOptions options) {
    this.options = options;
    long begun = System.nanoTime();
    this.tables = TableDiscovery.find(options.classLoader());
    long found = System.nanoTime();
    this.registry = new ComponentRegistry(count(tables));
    this.shutdown = new Shutdown(registry);
    this.injection = new Injection(registry, objects);
    var registration = new TableRegistration(registry, injection);
    registration.register(tables);
    this.categories = new InitialCategories(registration.categories());
    this.findingNanos = found - begun;
    this.registeringNanos = System.nanoTime() - found;
  }

  private static int count(List<ComponentTable> tables) {
    int count = 0;
    for (ComponentTable table : tables) {
      count += table.size();
    }
    return count;
  }

  /** Registers the components; nothing is made yet. */
  static Xpcom prepare(XpcomOptions options) {
    return new Xpcom(options);
  }

  /**
   * Starts a registry with the components on class path and module path. The calling thread becomes
   * its main thread.
   *
   * @return the running registry
   * @throws XpcomException if a component table cannot be loaded
   */
  public static Xpcom start() {
    return start(XpcomOptions.defaults());
  }

  /**
   * Starts a registry. The calling thread becomes its main thread.
   *
   * @param options preferences, class loader, Guice modules
   * @return the running registry
   * @throws XpcomException if a component table cannot be loaded, or a Guice module is faulty
   */
  public static Xpcom start(XpcomOptions options) {
    Xpcom xpcom = prepare(options);
    if (options.modules().isEmpty()) {
      xpcom.startHere();
    } else {
      long begun = System.nanoTime();
      Injector injector = xpcom.objects.makeInjector();
      xpcom.injectorNanos = System.nanoTime() - begun;
      xpcom.startWith(injector);
    }
    return xpcom;
  }

  /** Lets the bindings of an injector count, and makes the calling thread the main thread. */
  void startWith(Injector injector) {
    injection.use(injector);
    ContractBindings.registerForeign(registry, injector);
    startHere();
  }

  /** The thread manager is made when it is needed, and released after all other services. */
  private void startHere() {
    registry.startHere(THREADS);
    for (Path place : options.plugins()) {
      loadedPlugins().addAll(place);
    }
  }

  List<ComponentTable> tables() {
    return tables;
  }

  private ComponentManager manager() {
    synchronized (lock) {
      if (manager == null) {
        manager =
            new ComponentManager(
                registry, new PluginLocations(this::loadedPlugins, options.plugins()));
      }
      return manager;
    }
  }

  private LoadedPlugins loadedPlugins() {
    synchronized (lock) {
      if (plugins == null) {
        Application host = options.application();
        plugins =
            new LoadedPlugins(
                registry,
                injection,
                interfaces(),
                Platform.here(host.id(), host.version(), host.platformVersion()),
                TableDiscovery.loaderOf(options.classLoader(), context));
      }
      return plugins;
    }
  }

  private void closePlugins() {
    loadedPlugins().close();
  }

  private InterfaceDirectory interfaces() {
    synchronized (lock) {
      if (interfaces == null) {
        interfaces = new InterfaceDirectory(tables);
      }
      return interfaces;
    }
  }

  /** What is injected by type and is no component; a chain of comparisons costs a start nothing. */
  private final class OwnObjects implements RegistryObjects {

    @Override
    public @Nullable Object find(Class<?> type) {
      if (type == Xpcom.class) {
        return Xpcom.this;
      }
      if (type == XpcomOptions.class) {
        return options;
      }
      if (type == nsIComponentManager.class
          || type == nsIServiceManager.class
          || type == nsIComponentRegistrar.class) {
        return manager();
      }
      if (type == Plugins.class) {
        return loadedPlugins();
      }
      if (type == InterfaceDirectory.class) {
        return interfaces();
      }
      if (type == EventLoops.class) {
        return registry.getService(THREADS, EventLoops.class);
      }
      if (type == InitialCategories.class) {
        return categories;
      }
      return type == MainThread.class ? registry.mainThread() : null;
    }

    @Override
    public Injector makeInjector() {
      return Injectors.make(Xpcom.this, options);
    }
  }

  Dependencies dependencies() {
    return injection;
  }

  /**
   * Makes a new object of the class behind a contract ID.
   *
   * @param <T> the wanted interface
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return the new object
   * @throws XpcomException {@code NS_ERROR_FACTORY_NOT_REGISTERED} if nothing implements the
   *     contract; {@code NS_ERROR_ILLEGAL_VALUE} if nothing does and the contract ID is malformed, or
   *     an argument is null; {@code NS_ERROR_NO_INTERFACE} if the object lacks the interface; {@code
   *     NS_ERROR_NOT_AVAILABLE} if components need each other in a circle; {@code
   *     NS_ERROR_ILLEGAL_DURING_SHUTDOWN} once services are released; otherwise what its constructor
   *     says
   */
  public <T extends nsISupports> T createInstance(String contractId, Class<T> type) {
    return checked(registry.createInstance(contractId, type), type);
  }

  /**
   * Makes a new object of a class.
   *
   * @param <T> the wanted interface
   * @param cid the class ID
   * @param type the wanted interface
   * @return the new object
   * @throws XpcomException as {@link #createInstance(String, Class)}
   */
  public <T extends nsISupports> T createInstance(UUID cid, Class<T> type) {
    return checked(registry.createInstance(cid, type), type);
  }

  /**
   * Gets the service behind a contract ID, which is made at the first call. Threads that ask
   * meanwhile wait for it; they run no events.
   *
   * @param <T> the wanted interface
   * @param contractId the contract ID
   * @param type the wanted interface
   * @return the same object for all contract IDs of a class and for its class ID
   * @throws XpcomException as {@link #createInstance(String, Class)}
   */
  public <T extends nsISupports> T getService(String contractId, Class<T> type) {
    return checked(registry.getService(contractId, type), type);
  }

  /**
   * Gets the service of a class.
   *
   * @param <T> the wanted interface
   * @param cid the class ID
   * @param type the wanted interface
   * @return the same object as by contract ID
   * @throws XpcomException as {@link #createInstance(String, Class)}
   */
  public <T extends nsISupports> T getService(UUID cid, Class<T> type) {
    return checked(registry.getService(cid, type), type);
  }

  /**
   * Looks up many contract IDs that begin alike, faster than one by one.
   *
   * @param <T> the wanted interface
   * @param prefix what all of them begin with, such as {@code "@mozilla.org/network/protocol;1?name="}
   * @param type the wanted interface
   * @return look-ups by what follows the beginning; keep it
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if an argument is null
   */
  public <T extends nsISupports> ContractFamily<T> family(String prefix, Class<T> type) {
    return new ContractFamily<>(
        registry, present(prefix, "beginning of the contract IDs"), present(type, "interface"));
  }

  /**
   * Returns the registry as XPCOM's component manager.
   *
   * @return an object that is also the service manager and the registrar
   */
  public nsIComponentManager componentManager() {
    return manager();
  }

  /**
   * Returns the registry as XPCOM's service manager.
   *
   * @return the same object as {@link #componentManager}
   */
  public nsIServiceManager serviceManager() {
    return manager();
  }

  /**
   * Returns the registry as XPCOM's registrar, which adds and removes classes.
   *
   * @return the same object as {@link #componentManager}
   */
  public nsIComponentRegistrar componentRegistrar() {
    return manager();
  }

  /**
   * Returns what adds and removes components while the host runs.
   *
   * @return the registry's plug-ins
   */
  public Plugins plugins() {
    return loadedPlugins();
  }

  /**
   * Returns the calling thread's event loop, and makes it if the thread has none.
   *
   * @return the loop of this thread in this registry
   */
  public EventLoop currentThread() {
    return loop(threads().getCurrentThread());
  }

  /**
   * Returns the event loop of the thread that started the registry.
   *
   * @return the same loop always
   */
  public EventLoop mainThread() {
    return loop(threads().getMainThread());
  }

  /** Another thread manager may be registered, with threads of its own. */
  private static EventLoop loop(nsIThread thread) {
    if (thread instanceof EventLoop loop) {
      return loop;
    }
    throw new XpcomException(
        NS_ERROR_NO_INTERFACE,
        "\"" + THREADS + "\" is another one, whose threads are no EventLoop");
  }

  private nsIThreadManager threads() {
    return getService(THREADS, nsIThreadManager.class);
  }

  /**
   * Lists the registered contract IDs.
   *
   * @return a copy, sorted by contract ID; empty after {@link #close}
   */
  public List<RegisteredContract> contracts() {
    return registry.contracts().entrySet().stream()
        .map(contract -> describe(contract.getKey(), contract.getValue()))
        .toList();
  }

  private static RegisteredContract describe(String contractId, Entry entry) {
    Source source = entry.source();
    return new RegisteredContract(
        contractId, entry.cid(), source.className(), source.module(), source.origin());
  }

  /**
   * Tells what is registered, what asks for what, and where the time of the start went.
   *
   * @return a view of this registry
   */
  public Diagnostics diagnostics() {
    var inventory = new Inventory(registry);
    return new Diagnostics(inventory::classes, inventory::resolve, this::startReport);
  }

  private StartReport startReport() {
    return new StartReport(
        tables.size(),
        count(tables),
        Duration.ofNanos(findingNanos),
        Duration.ofNanos(registeringNanos),
        Duration.ofNanos(injectorNanos),
        registry.services());
  }

  /**
   * Ends the registry: observers of {@code xpcom-will-shutdown}, {@code xpcom-shutdown} and {@code
   * xpcom-shutdown-threads} are told, then services are released in the reverse order of their
   * creation, those that are {@link AutoCloseable} closed, and observers of {@code
   * xpcom-shutdown-loaders} told. If the calling thread has an event loop, its waiting events run in
   * between. A second call does nothing, also while the first goes
   * on.
   *
   * @throws XpcomException {@code NS_ERROR_FAILURE} if something failed; everything was tried all the
   *     same, and the failures are the cause and the suppressed exceptions
   */
  @Override
  public void close() {
    shutdown.run(manager(), this::runPendingEvents, this::closePlugins);
  }

  /** The registry has made sure of the type; see there why it is not checked again. */
  @SuppressWarnings("unchecked")
  static <T extends nsISupports> T checked(nsISupports found, Class<T> type) {
    return (T) found;
  }

  static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }

  private void runPendingEvents() {
    Entry entry = registry.contracts().get(THREADS);
    if (entry != null && entry.service() instanceof EventLoops loops) {
      loops.findCurrent().ifPresent(Xpcom::runPendingEvents);
    }
  }

  private static void runPendingEvents(EventLoop loop) {
    boolean ran = true;
    while (ran) {
      ran = loop.processNextEvent(false);
    }
  }
}
