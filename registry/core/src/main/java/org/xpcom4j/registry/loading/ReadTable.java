package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.result.XpcomException;

/**
 * A component table that has been read to its end: from now on only {@link #create} runs code of the
 * plug-in.
 */
record ReadTable(
    ComponentTable table,
    String moduleName,
    List<ComponentEntry> entries,
    List<List<Class<? extends nsISupports>>> interfaces)
    implements ComponentTable {

  /** Reads all tables of a plug-in; one that fails fails them all. */
  static List<ReadTable> readAll(PluginLoader loader, String plugin) {
    try {
      return loader.tables().map(ServiceLoader.Provider::get).map(ReadTable::read).toList();
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw unusable(plugin, broken);
    } catch (RuntimeException thrown) {
      throw unusable(plugin, thrown);
    }
  }

  private static ReadTable read(ComponentTable table) {
    var entries = new ArrayList<ComponentEntry>();
    var interfaces = new ArrayList<List<Class<? extends nsISupports>>>();
    for (int index = 0; index < table.size(); index++) {
      entries.add(table.entry(index));
      interfaces.add(List.copyOf(table.interfaces(index)));
    }
    return new ReadTable(table, table.moduleName(), List.copyOf(entries), interfaces);
  }

  private static XpcomException unusable(String plugin, Throwable why) {
    return new XpcomException(
        NS_ERROR_FACTORY_NOT_LOADED,
        "component table of plug-in " + plugin + " cannot be used: " + why,
        why);
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public ComponentEntry entry(int index) {
    return entries.get(index);
  }

  @Override
  public List<Class<? extends nsISupports>> interfaces(int index) {
    return interfaces.get(index);
  }

  @Override
  public nsISupports create(int index, Dependencies dependencies) {
    return table.create(index, dependencies);
  }
}
