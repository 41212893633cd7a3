package org.xpcom4j.registry;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.util.List;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.manager.ContractBindings;
import org.xpcom4j.registry.plugin.Plugins;
import org.xpcom4j.registry.reflect.InterfaceDirectory;
import org.xpcom4j.registry.thread.EventLoops;

/** What a registry binds in an injector besides itself. */
final class RegistryBindings extends AbstractModule {

  private final List<ComponentTable> tables;
  private final Provider<Xpcom> started;

  RegistryBindings(List<ComponentTable> tables, Provider<Xpcom> started) {
    this.tables = tables;
    this.started = started;
  }

  @Override
  protected void configure() {
    bindOwn(nsIComponentManager.class);
    bindOwn(nsIServiceManager.class);
    bindOwn(nsIComponentRegistrar.class);
    bindOwn(EventLoops.class);
    bindOwn(InterfaceDirectory.class);
    bindOwn(Plugins.class);
    bindOwn(XpcomOptions.class);
    install(new ContractBindings(tables, () -> started.get().dependencies()));
  }

  private <T> void bindOwn(Class<T> type) {
    bind(type).toProvider(() -> started.get().dependencies().get(type));
  }
}
