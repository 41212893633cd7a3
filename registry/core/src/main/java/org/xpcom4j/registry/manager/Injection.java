package org.xpcom4j.registry.manager;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
  private final Map<Class<?>, Supplier<?>> own;
  private final Supplier<Injector> injectorMaker;
  private final Map<Class<?>, Provider<?>> fromGuice = new ConcurrentHashMap<>();
  private final Object injectorLock = new Object();
  private volatile @Nullable Injector injector; // written under injectorLock

  /**
   * Makes the answers of one registry.
   *
   * @param registry where contract IDs are looked up
   * @param own the registry's own objects by type
   * @param injectorMaker makes an injector that knows the registry; called at most once
   */
  public Injection(
      ComponentRegistry registry,
      Map<Class<?>, Supplier<?>> own,
      Supplier<Injector> injectorMaker) {
    this.registry = registry;
    this.own = Map.copyOf(own);
    this.injectorMaker = injectorMaker;
  }

  /**
   * Takes the injector of a host.
   *
   * @param hosts the injector that knows the registry
   */
  public void use(Injector hosts) {
    synchronized (injectorLock) {
      injector = hosts;
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
      return registry.getService(contractId, type);
    }
    refuseEndless(entry, contractId);
    return registry.createInstance(contractId, type);
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
    Supplier<?> ours = own.get(type);
    if (ours != null) {
      return type.cast(ours.get());
    }
    Optional<String> contract = onlyContract(type).filter(only -> !isBoundByHost(type));
    return contract.isPresent() ? get(type, contract.get()) : getFromGuice(type);
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

  private Optional<String> onlyContract(Class<?> type) {
    XpInterface made = type.getAnnotation(XpInterface.class);
    return made == null || made.contracts().length != 1
        ? Optional.empty()
        : Optional.of(made.contracts()[0])
            .filter(contract -> registry.registrations().find(contract) != null);
  }

  private boolean isBoundByHost(Class<?> type) {
    Injector present = injector;
    return present != null && present.getExistingBinding(Key.get(type)) != null;
  }

  private <T> T getFromGuice(Class<T> type) {
    try {
      return type.cast(fromGuice.computeIfAbsent(type, this::providerFromGuice).get());
    } catch (ConfigurationException failure) {
      throw GuiceFailure.of(wanted(type), failure);
    } catch (ProvisionException failure) {
      throw GuiceFailure.of(wanted(type), failure);
    }
  }

  private Provider<?> providerFromGuice(Class<?> type) {
    return injector().getProvider(type);
  }

  private Injector injector() {
    Injector present = injector;
    if (present != null) {
      return present;
    }
    synchronized (injectorLock) {
      if (injector == null) {
        injector = injectorMaker.get();
      }
      return injector;
    }
  }

  private String wanted(Class<?> type) {
    return type.getName() + " for the " + askedBy(type);
  }

  private String askedBy(Class<?> type) {
    Creation innermost = registry.stack().innermost();
    return innermost == null
        ? "injection of " + type.getSimpleName()
        : "constructor of " + innermost;
  }
}
