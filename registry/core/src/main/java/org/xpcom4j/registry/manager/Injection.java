package org.xpcom4j.registry.manager;

import com.google.inject.Injector;
import com.google.inject.Key;
import jakarta.inject.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Scope;

/**
 * Answers for constructor parameters: by contract ID from the registry, by type from the registry's
 * own objects, from the only contract of an interface, or from Guice, in this order. The injector is
 * made when a parameter needs it, unless a host brought its own.
 */
public final class Injection implements Dependencies {

  private final ComponentRegistry registry;
  private final RegistryObjects own;
  private final Object guiceLock = new Object();
  private volatile @Nullable GuiceSide guice; // written under guiceLock

  /**
   * Makes the answers of one registry.
   *
   * @param registry where contract IDs are looked up
   * @param own the registry's own objects
   */
  public Injection(ComponentRegistry registry, RegistryObjects own) {
    this.registry = registry;
    this.own = own;
  }

  /**
   * Takes the injector of a host.
   *
   * @param hosts the injector that knows the registry
   */
  public void use(Injector hosts) {
    synchronized (guiceLock) {
      guice = new GuiceSide(hosts);
    }
  }

  @Override
  public <T> T get(Class<T> type, String contractId) {
    Entry entry = registry.registrations().find(contractId);
    if (entry == null) {
      throw registry.isClosed()
          ? LookupFailure.closed(askedBy(type))
          : registry.failures().unknownOrMalformed(contractId, askedBy(type));
    }
    if (entry.scope() == Scope.SERVICE) {
      return type.cast(registry.getService(contractId, type));
    }
    refuseEndless(entry, contractId);
    return type.cast(registry.createInstance(contractId, type));
  }

  @Override
  public <T> Provider<T> provider(Class<T> type, String contractId) {
    return () -> get(type, contractId);
  }

  @Override
  public <T> Optional<T> find(Class<T> type, String contractId) {
    return registry.registrations().find(contractId) == null
        ? Optional.empty()
        : Optional.of(get(type, contractId));
  }

  @Override
  public <T> T get(Class<T> type) {
    Object ours = own.find(type);
    if (ours != null) {
      return type.cast(ours);
    }
    String contract = isBoundByHost(type) ? null : onlyContract(type);
    return contract != null ? get(type, contract) : guice().get(type, askedBy(type));
  }

  @Override
  public <T> Provider<T> provider(Class<T> type) {
    return () -> get(type);
  }

  /** An instance that needs a new instance of its own class never ends. */
  private void refuseEndless(Entry entry, String contractId) {
    Creation innermost = registry.stack().innermost();
    Creation first = Creation.findIn(innermost, entry);
    if (innermost != null && first != null) {
      throw Cycle.onOneThread(first, innermost, contractId);
    }
  }

  private @Nullable String onlyContract(Class<?> type) {
    XpInterface made = type.getAnnotation(XpInterface.class);
    if (made == null || made.contracts().length != 1) {
      return null;
    }
    String contract = made.contracts()[0];
    return registry.registrations().find(contract) == null ? null : contract;
  }

  private boolean isBoundByHost(Class<?> type) {
    GuiceSide present = guice;
    return present != null && present.isBound(type);
  }

  private GuiceSide guice() {
    GuiceSide present = guice;
    if (present != null) {
      return present;
    }
    synchronized (guiceLock) {
      if (guice == null) {
        guice = new GuiceSide(own.makeInjector());
      }
      return guice;
    }
  }

  /** Asks the host's injector for what is not known by its class alone. */
  <T> T fromGuice(Key<T> key) {
    return guice().get(key);
  }

  String wanted(Class<?> type) {
    return GuiceSide.wanted(type, askedBy(type));
  }

  private String askedBy(Class<?> type) {
    Creation innermost = registry.stack().innermost();
    return innermost == null
        ? "injection of " + type.getSimpleName()
        : "constructor of " + innermost;
  }
}
