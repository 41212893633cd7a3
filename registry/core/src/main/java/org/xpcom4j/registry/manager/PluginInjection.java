package org.xpcom4j.registry.manager;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ImplementedBy;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Dependencies;

/**
 * Answers for the constructor parameters of a plug-in's components. Everything comes from where a
 * host's components get it, but for the plug-in's own classes: an injector never forgets a class, so
 * those are made by injectors that go with the plug-in.
 */
public final class PluginInjection implements Dependencies {

  private final Injection host;
  private final Predicate<Class<?>> isOurs;

  private final Map<Class<?>, Provider<?>> providers = new HashMap<>(); // guarded by this

  /** The latest injector, which knows all classes that were asked for before; guarded by this. */
  private @Nullable Injector own;

  /**
   * Makes the answers for one plug-in.
   *
   * @param host the registry's own answers
   * @param isOurs which classes are the plug-in's
   */
  public PluginInjection(Injection host, Predicate<Class<?>> isOurs) {
    this.host = host;
    this.isOurs = isOurs;
  }

  @Override
  public <T> T get(Class<T> type, String contractId) {
    return host.get(type, contractId);
  }

  @Override
  public <T> Provider<T> provider(Class<T> type, String contractId) {
    return host.provider(type, contractId);
  }

  @Override
  public <T> Optional<T> find(Class<T> type, String contractId) {
    return host.find(type, contractId);
  }

  @Override
  public <T> T get(Class<T> type) {
    if (!isOurs.test(type)) {
      return host.get(type);
    }
    Optional<String> contract = onlyContract(type);
    return contract.isPresent() ? host.get(type, contract.get()) : make(type);
  }

  @Override
  public <T> Provider<T> provider(Class<T> type) {
    return () -> get(type);
  }

  private static Optional<String> onlyContract(Class<?> type) {
    XpInterface made = type.getAnnotation(XpInterface.class);
    return made == null || made.contracts().length != 1
        ? Optional.empty()
        : Optional.of(made.contracts()[0]);
  }

  private <T> T make(Class<T> type) {
    try {
      return type.cast(providerOf(type).get());
    } catch (CreationException failure) {
      throw GuiceFailure.of(host.wanted(type), failure);
    } catch (ConfigurationException failure) {
      throw GuiceFailure.of(host.wanted(type), failure);
    } catch (ProvisionException failure) {
      throw GuiceFailure.of(host.wanted(type), failure);
    }
  }

  private synchronized Provider<?> providerOf(Class<?> type) {
    Provider<?> known = providers.get(type);
    if (known == null) {
      own = Guice.createInjector(new OwnClasses(type, own));
      known = own.getProvider(type);
      providers.put(type, known);
    }
    return known;
  }

  /** Binds a class of the plug-in and everything that it needs. */
  private final class OwnClasses extends AbstractModule {

    private final Class<?> wanted;
    private final @Nullable Injector earlier;
    private final Set<Key<?>> seen = new HashSet<>();

    OwnClasses(Class<?> wanted, @Nullable Injector earlier) {
      this.wanted = wanted;
      this.earlier = earlier;
    }

    @Override
    protected void configure() {
      bindWithNeeds(Key.get(wanted));
      if (earlier != null) {
        earlier.getBindings().keySet().forEach(this::bindWithNeeds); // all stays one object
      }
    }

    private void bindWithNeeds(Key<?> key) {
      Class<?> raw = key.getTypeLiteral().getRawType();
      if (raw == Provider.class || raw == com.google.inject.Provider.class) {
        typeArgument(key).ifPresent(this::bindWithNeeds);
      } else if (raw != Injector.class && isNew(key)) {
        bind(key, raw);
      }
    }

    /** Guice has a few bindings in each injector. */
    private boolean isNew(Key<?> key) {
      return !raw(key).getPackageName().equals("com.google.inject")
          && !raw(key).getName().equals("java.util.logging.Logger")
          && seen.add(key);
    }

    private static Class<?> raw(Key<?> key) {
      return key.getTypeLiteral().getRawType();
    }

    private static Optional<Key<?>> typeArgument(Key<?> key) {
      return key.getTypeLiteral().getType() instanceof ParameterizedType provider
          ? Optional.of(key.ofType(provider.getActualTypeArguments()[0]))
          : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the raw type of a key without type arguments is its type
    private <T> void bind(Key<T> key, Class<?> raw) {
      var type = (Class<T>) raw;
      if (key.getAnnotation() instanceof ContractId contract) {
        bind(key).toProvider(() -> host.get(type, contract.value()));
      } else if (!mentionsOurs(key.getTypeLiteral().getType())) {
        boolean isPlain = key.getAnnotationType() == null && key.equals(Key.get(type));
        bind(key).toProvider(isPlain ? () -> host.get(type) : () -> host.fromGuice(key));
      } else if (earlier != null && earlier.getBindings().containsKey(key)) {
        bind(key).toProvider(earlier.getProvider(key));
      } else if (onlyContract(type).isPresent()) {
        bind(key).toProvider(() -> PluginInjection.this.get(type));
      } else if (isOurs.test(type)) {
        bind(key);
        needs(type);
      }
    }

    private boolean mentionsOurs(Type type) {
      return type instanceof Class<?> plain
          ? isOurs.test(plain)
          : type instanceof ParameterizedType parameterized
              && (mentionsOurs(parameterized.getRawType())
                  || Arrays.stream(parameterized.getActualTypeArguments())
                      .anyMatch(this::mentionsOurs));
    }

    private void needs(Class<?> type) {
      ImplementedBy implementation = type.getAnnotation(ImplementedBy.class);
      if (implementation != null) {
        bindWithNeeds(Key.get(implementation.value()));
        return;
      }
      try {
        needs(InjectionPoint.forConstructorOf(type));
        InjectionPoint.forInstanceMethodsAndFields(type).forEach(this::needs);
      } catch (ConfigurationException unusable) {
        // Guice says why when it makes the injector.
      }
    }

    private void needs(InjectionPoint point) {
      for (Dependency<?> dependency : point.getDependencies()) {
        bindWithNeeds(dependency.getKey());
      }
    }
  }
}
