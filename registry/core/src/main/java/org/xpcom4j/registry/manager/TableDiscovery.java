package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.result.XpcomException;

/**
 * Finds component tables on class path and module path. Only table classes are loaded, no
 * components.
 */
public final class TableDiscovery {

  private static final String OWN_MODULE = "org.xpcom4j.registry";

  private TableDiscovery() {}

  /**
   * Looks in this class's own module layer and class loader, and in another class loader.
   *
   * @param loader where to look as well, null for the context class loader of the calling thread
   * @return each table once: the registry's own first, the others by module and class name, so that
   *     the order does not depend on the order of a path
   * @throws XpcomException {@code NS_ERROR_FAILURE} if a table is named and cannot be loaded
   */
  public static List<ComponentTable> find(@Nullable ClassLoader loader) {
    var found = new HashMap<Class<?>, ComponentTable>();
    try {
      ModuleLayer layer = TableDiscovery.class.getModule().getLayer();
      if (layer != null) {
        collect(ServiceLoader.load(layer, ComponentTable.class), found);
      }
      collect(load(TableDiscovery.class.getClassLoader()), found);
      collect(load(loader != null ? loader : contextClassLoader()), found);
    } catch (ServiceConfigurationError broken) {
      throw new XpcomException(
          NS_ERROR_FAILURE, "a component table cannot be loaded\n  " + broken.getMessage(), broken);
    }
    return found.values().stream().sorted(order()).toList();
  }

  private static ServiceLoader<ComponentTable> load(@Nullable ClassLoader loader) {
    return ServiceLoader.load(ComponentTable.class, loader);
  }

  private static @Nullable ClassLoader contextClassLoader() {
    return Thread.currentThread().getContextClassLoader();
  }

  private static void collect(
      ServiceLoader<ComponentTable> tables, Map<Class<?>, ComponentTable> found) {
    tables.stream()
        .filter(provider -> !found.containsKey(provider.type()))
        .forEach(provider -> found.put(provider.type(), provider.get()));
  }

  private static Comparator<ComponentTable> order() {
    return Comparator.comparing((ComponentTable table) -> !table.moduleName().equals(OWN_MODULE))
        .thenComparing(ComponentTable::moduleName)
        .thenComparing(table -> table.getClass().getName());
  }
}
