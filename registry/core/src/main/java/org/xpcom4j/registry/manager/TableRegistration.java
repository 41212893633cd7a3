package org.xpcom4j.registry.manager;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;

/**
 * Enters tables into a registry. As in XPCOM the first class with an ID wins and the last with a
 * contract ID; both are logged, because they are rarely meant.
 */
public final class TableRegistration {

  private final Registrations registrations;
  private final Dependencies dependencies;
  private final List<CategoryEntry> categories = new ArrayList<>();

  /**
   * Prepares the registration.
   *
   * @param registry where to register
   * @param dependencies answers for the components' constructor parameters
   */
  public TableRegistration(ComponentRegistry registry, Dependencies dependencies) {
    this.registrations = registry.registrations();
    this.dependencies = dependencies;
  }

  /**
   * Registers all components of some tables, in this order.
   *
   * @param tables the tables
   */
  public void register(List<ComponentTable> tables) {
    boolean logged = RegistrationLog.isOn();
    for (ComponentTable table : tables) {
      String origin = origin(table); // one text for all of them
      for (int index = 0; index < table.size(); index++) {
        register(table, index, origin, logged);
      }
    }
  }

  /**
   * Returns the entries of categories that came with the tables.
   *
   * @return those of components that were not left out, in the order of registration
   */
  public List<CategoryEntry> categories() {
    return List.copyOf(categories);
  }

  private void register(ComponentTable table, int index, String origin, boolean logged) {
    ComponentEntry data = table.entry(index);
    var source = new Source(data.className(), table.moduleName(), origin);
    var entry = Entry.of(data, source, new TableFactory(table, index, dependencies));
    Entry first = registrations.claim(entry);
    if (first != null) {
      RegistrationLog.leftOut(entry, first);
      return;
    }
    for (String contractId : data.contracts()) {
      Entry covered = registrations.cover(contractId, entry);
      if (covered != null) {
        RegistrationLog.covered(contractId, entry, covered);
      }
    }
    categories.addAll(data.categories());
    if (logged) {
      RegistrationLog.registered(entry, data.contracts());
    }
  }

  private static String origin(ComponentTable table) {
    String module = table.moduleName();
    return "component table of "
        .concat(module.isEmpty() ? table.getClass().getPackageName() : module);
  }
}
