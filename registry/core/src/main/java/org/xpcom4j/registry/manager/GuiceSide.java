package org.xpcom4j.registry.manager;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Guice answers. Only this class of {@link Injection}'s touches Guice, which a registry whose
 * components need nothing of it never loads.
 */
final class GuiceSide {

  private final Injector injector;
  private final Map<Class<?>, Provider<?>> providers = new ConcurrentHashMap<>();

  GuiceSide(Injector injector) {
    this.injector = injector;
  }

  boolean isBound(Class<?> type) {
    return injector.getExistingBinding(Key.get(type)) != null;
  }

  /**
   * Gets an object of a type.
   *
   * @param askedBy for the error
   */
  <T> T get(Class<T> type, String askedBy) {
    try {
      return type.cast(providers.computeIfAbsent(type, injector::getProvider).get());
    } catch (ConfigurationException failure) {
      throw GuiceFailure.of(wanted(type, askedBy), failure);
    } catch (ProvisionException failure) {
      throw GuiceFailure.of(wanted(type, askedBy), failure);
    }
  }

  <T> T get(Key<T> key) {
    return injector.getInstance(key);
  }

  static String wanted(Class<?> type, String askedBy) {
    return type.getName() + " for the " + askedBy;
  }
}
