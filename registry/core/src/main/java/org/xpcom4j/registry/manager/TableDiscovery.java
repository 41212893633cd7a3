package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import java.util.ArrayList;
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
// No lambdas and streams: the first ones of a process take longer than all the rest of a start.
public final class TableDiscovery {

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
    ClassLoader own = TableDiscovery.class.getClassLoader();
    ClassLoader other = loader != null ? loader : Thread.currentThread().getContextClassLoader();
    try {
      ModuleLayer layer = TableDiscovery.class.getModule().getLayer();
      if (layer != null && layer != ModuleLayer.boot()) { // a class loader finds the boot layer's
        collect(ServiceLoader.load(layer, ComponentTable.class), found);
      }
      collect(ServiceLoader.load(ComponentTable.class, own), found);
      if (other != own) {
        collect(ServiceLoader.load(ComponentTable.class, other), found);
      }
    } catch (ServiceConfigurationError broken) {
      throw new XpcomException(
          NS_ERROR_FAILURE, "a component table cannot be loaded\n  " + broken.getMessage(), broken);
    }
    var tables = new ArrayList<>(found.values());
    tables.sort(new Order());
    return List.copyOf(tables);
  }

  /**
   * Finds what the classes of plug-ins see besides their own.
   *
   * @param chosen the host's choice, null for none
   * @param context the context class loader of the thread that started the registry
   * @return the first of these, or the registry's own if that one does not see the registry
   */
  public static @Nullable ClassLoader loaderOf(
      @Nullable ClassLoader chosen, @Nullable ClassLoader context) {
    ClassLoader hosts = chosen != null ? chosen : context;
    try {
      if (Class.forName(ComponentTable.class.getName(), false, hosts) == ComponentTable.class) {
        return hosts;
      }
    } catch (ClassNotFoundException unseen) {
      // then it would not do for components either
    }
    return TableDiscovery.class.getClassLoader();
  }

  private static void collect(
      ServiceLoader<ComponentTable> tables, Map<Class<?>, ComponentTable> found) {
    for (ComponentTable table : tables) {
      found.putIfAbsent(table.getClass(), table);
    }
  }

  private static final class Order implements Comparator<ComponentTable> {

    private static final String OWN_MODULE = "org.xpcom4j.registry";

    @Override
    public int compare(ComponentTable a, ComponentTable b) {
      boolean ours = a.moduleName().equals(OWN_MODULE);
      if (ours != b.moduleName().equals(OWN_MODULE)) {
        return ours ? -1 : 1;
      }
      int byModule = a.moduleName().compareTo(b.moduleName());
      return byModule != 0 ? byModule : a.getClass().getName().compareTo(b.getClass().getName());
    }
  }
}
