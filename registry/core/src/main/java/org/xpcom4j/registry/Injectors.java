package org.xpcom4j.registry;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.xpcom4j.registry.manager.GuiceFailure;

/** Makes the injector of a registry; apart from {@link Xpcom}, which can do without Guice. */
final class Injectors {

  private Injectors() {}

  static Injector make(Xpcom xpcom, XpcomOptions options) {
    Module own =
        binder -> {
          binder.bind(Xpcom.class).toInstance(xpcom);
          binder.install(new RegistryBindings(xpcom.tables(), () -> xpcom));
        };
    try {
      return Guice.createInjector(Modules.override(own).with(options.modules()));
    } catch (CreationException faulty) {
      throw GuiceFailure.of(faulty);
    }
  }
}
