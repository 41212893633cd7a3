package org.xpcom4j.registry.manager;

import com.google.inject.Injector;
import org.jspecify.annotations.Nullable;

/** What an {@link Injection} asks of the registry that it belongs to. */
public interface RegistryObjects {

  /**
   * Finds one of the registry's own objects.
   *
   * @param type the wanted type
   * @return the object, null if the registry has none of that very type
   */
  @Nullable Object find(Class<?> type);

  /**
   * Makes an injector that knows the registry. Called at most once.
   *
   * @return the injector
   */
  Injector makeInjector();
}
