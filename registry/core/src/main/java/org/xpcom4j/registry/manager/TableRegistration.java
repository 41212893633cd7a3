package org.xpcom4j.registry.manager;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;

/**
 * Enters tables into a registry. As in XPCOM the first class with an ID wins and the last with a
 * contract ID; both are logged, because they are rarely meant.
 */
public final class TableRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(TableRegistration.class);

  private final Registrations registrations;
  private final Dependencies dependencies;

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
    for (ComponentTable table : tables) {
      String origin = origin(table); // one text for all of them
      for (int index = 0; index < table.size(); index++) {
        register(table, index, origin);
      }
    }
  }

  private void register(ComponentTable table, int index, String origin) {
    ComponentEntry data = table.entry(index);
    var source = new Source(data.className(), table.moduleName(), origin);
    Entry first = registrations.find(data.cid());
    if (first != null) {
      LOG.warn(
          "Left out {} ({}): its class ID {} belongs to {}",
          data.className(),
          source.origin(),
          data.cid(),
          first.source());
      return;
    }
    for (String contractId : data.contracts()) {
      Entry covered = registrations.find(contractId);
      if (covered != null) {
        LOG.info("{}: {} covers {}", contractId, source, covered.source());
      }
    }
    registrations.add(
        new Entry(data.cid(), source, data.scope(), new TableFactory(table, index, dependencies)),
        data.contracts());
  }

  private static String origin(ComponentTable table) {
    return "component table of "
        + (table.moduleName().isEmpty() ? table.getClass().getPackageName() : table.moduleName());
  }
}
