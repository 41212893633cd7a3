package org.xpcom4j.registry.manager;

import com.google.inject.AbstractModule;
import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.spi.InstanceBinding;
import com.google.inject.spi.LinkedKeyBinding;
import com.google.inject.spi.ProviderInstanceBinding;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.ContractIds;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Scope;

/**
 * The Guice side of component tables: a binding for each interface and contract ID, and one without
 * qualifier for an interface whose IDL names exactly one contract ID. All of them ask the registry.
 */
public final class ContractBindings extends AbstractModule {

  private final List<ComponentTable> tables;
  private final Provider<Dependencies> dependencies;
  private final Set<Key<?>> bound = new HashSet<>();

  /**
   * Makes the bindings of some tables.
   *
   * @param tables the tables
   * @param dependencies the registry, started when it is asked
   */
  public ContractBindings(List<ComponentTable> tables, Provider<Dependencies> dependencies) {
    this.tables = List.copyOf(tables);
    this.dependencies = dependencies;
  }

  @Override
  protected void configure() {
    for (ComponentTable table : tables) {
      for (int index = 0; index < table.size(); index++) {
        for (String contractId : table.entry(index).contracts()) {
          for (Class<? extends nsISupports> type : table.interfaces(index)) {
            bindBoth(type, contractId);
          }
        }
      }
    }
  }

  private <T extends nsISupports> void bindBoth(Class<T> type, String contractId) {
    bindOnce(Key.get(type, ContractIds.contractId(contractId)), type, contractId);
    XpInterface made = type.getAnnotation(XpInterface.class);
    if (made != null && made.contracts().length == 1 && made.contracts()[0].equals(contractId)) {
      bindOnce(Key.get(type), type, contractId);
    }
  }

  private <T> void bindOnce(Key<T> key, Class<T> type, String contractId) {
    if (bound.add(key)) {
      bind(key).toProvider(new FromRegistry<>(dependencies, type, contractId));
    }
  }

  /** Asks the registry each time, so that later registrations count. */
  private record FromRegistry<T>(
      Provider<Dependencies> dependencies, Class<T> type, String contractId)
      implements Provider<T> {

    @Override
    public T get() {
      return dependencies.get().get(type, contractId);
    }
  }

  /**
   * Registers what a host bound to contract IDs on top of the tables.
   *
   * @param registry where to register
   * @param injector the injector with the host's bindings
   */
  public static void registerForeign(ComponentRegistry registry, Injector injector) {
    for (Binding<?> binding : injector.getAllBindings().values()) {
      if (binding.getKey().getAnnotation() instanceof ContractId contract
          && nsISupports.class.isAssignableFrom(binding.getKey().getTypeLiteral().getRawType())
          && !isOurs(binding)) {
        register(registry.registrations(), contract.value(), binding);
      }
    }
  }

  private static boolean isOurs(Binding<?> binding) {
    return binding instanceof ProviderInstanceBinding<?> made
        && made.getUserSuppliedProvider() instanceof FromRegistry;
  }

  private static void register(Registrations registrations, String contractId, Binding<?> binding) {
    Entry covered = registrations.find(contractId);
    String key = binding.getKey().toString();
    var cid = UUID.nameUUIDFromBytes(("guice:" + key).getBytes(StandardCharsets.UTF_8));
    registrations.add(
        new Entry(
            cid,
            new Source(className(binding), "", "Guice binding at " + binding.getSource()),
            covered == null ? Scope.SERVICE : covered.scope(),
            new GuiceFactory(contractId, binding)),
        List.of(contractId));
  }

  /** The class behind a binding, or the bound type where only Guice knows. */
  private static String className(Binding<?> binding) {
    if (binding instanceof InstanceBinding<?> instance) {
      return instance.getInstance().getClass().getName();
    }
    Key<?> last =
        binding instanceof LinkedKeyBinding<?> linked ? linked.getLinkedKey() : binding.getKey();
    return last.getTypeLiteral().getRawType().getName();
  }
}
