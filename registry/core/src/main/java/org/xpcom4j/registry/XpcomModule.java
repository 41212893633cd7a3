package org.xpcom4j.registry;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.util.Modules;

/**
 * A registry for a host that has its own injector.
 *
 * <p>It binds each interface and contract ID of the component tables, so that {@code
 * injector.getInstance(Key.get(nsIFoo.class, contractId("@…")))} and {@code getService("@…")} give
 * the same object (a new one each time for components of scope {@code INSTANCE}); each interface
 * whose IDL names exactly one contract ID, without qualifier; and {@link Xpcom}, which the host
 * closes. The registry starts with the injector, whose thread becomes the main thread.
 *
 * <p>A host puts its own in place of a component with {@code Modules.override(new
 * XpcomModule()).with(host)}, or in one step with {@code new XpcomModule(host)}: what it binds with
 * {@code @ContractId} is what {@code getService} and {@code createInstance} give too. Bindings of
 * child injectors and private modules are not seen.
 */
public final class XpcomModule extends AbstractModule {

  private final XpcomOptions options;

  /**
   * Makes a module with default options.
   *
   * @param hostModules modules whose bindings win over components
   */
  public XpcomModule(Module... hostModules) {
    this(XpcomOptions.defaults().withModules(hostModules));
  }

  /**
   * Makes a module.
   *
   * @param options how to start the registry; its modules' bindings win over components
   */
  public XpcomModule(XpcomOptions options) {
    this.options = options;
  }

  @Override
  protected void configure() {
    Xpcom xpcom = Xpcom.prepare(options);
    Provider<Injector> injector = getProvider(Injector.class);
    Provider<Xpcom> started = getProvider(Xpcom.class);
    Module own =
        binder -> {
          binder
              .bind(Xpcom.class)
              .toProvider(() -> start(xpcom, injector.get()))
              .asEagerSingleton();
          binder.install(new RegistryBindings(xpcom.tables(), started));
        };
    install(Modules.override(own).with(options.modules()));
  }

  private static Xpcom start(Xpcom xpcom, Injector injector) {
    xpcom.startWith(injector);
    return xpcom;
  }
}
