package org.xpcom4j.registry.manager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.Requirement;
import org.xpcom4j.registry.diagnostics.Dependency;
import org.xpcom4j.registry.diagnostics.RegisteredClass;

/** Lists what a registry knows, and what it asks for. */
public final class Inventory {

  private final ComponentRegistry registry;

  /**
   * Makes the list of a registry.
   *
   * @param registry what is listed
   */
  public Inventory(ComponentRegistry registry) {
    this.registry = registry;
  }

  /**
   * Lists the classes.
   *
   * @return all of them, sorted by class name and class ID
   */
  public List<RegisteredClass> classes() {
    var contracts = new HashMap<Entry, List<String>>();
    registry
        .contracts()
        .forEach((id, entry) -> contracts.computeIfAbsent(entry, key -> new ArrayList<>()).add(id));
    Map<Entry, List<String>> covered = registry.registrations().covered();
    return registry.registrations().entries().stream()
        .map(
            entry ->
                describe(
                    entry,
                    contracts.getOrDefault(entry, List.of()),
                    covered.getOrDefault(entry, List.of())))
        .sorted(
            Comparator.comparing(RegisteredClass::className).thenComparing(RegisteredClass::cid))
        .toList();
  }

  private static RegisteredClass describe(
      Entry entry, List<String> contracts, List<String> covered) {
    TableFactory table = entry.factory() instanceof TableFactory found ? found : null;
    ComponentEntry data = table == null ? null : table.data();
    Source source = entry.source();
    return new RegisteredClass(
        entry.cid(),
        source.className(),
        source.module(),
        source.origin(),
        table == null ? null : table.location(),
        entry.scope(),
        data != null ? data.flags() : entry.isMainThreadOnly() ? nsIClassInfo.MAIN_THREAD_ONLY : 0,
        List.copyOf(contracts),
        List.copyOf(covered),
        table == null ? List.of() : table.interfaces().stream().map(Class::getSimpleName).toList(),
        data == null ? List.of() : data.categories(),
        data == null ? null : data.requirements(),
        entry.service() != null);
  }

  /**
   * Finds the classes behind what constructors ask for.
   *
   * @param all the classes
   * @return one for each parameter
   */
  public List<Dependency> resolve(List<RegisteredClass> all) {
    var byCid = new HashMap<UUID, RegisteredClass>();
    all.forEach(each -> byCid.put(each.cid(), each));
    var dependencies = new ArrayList<Dependency>();
    for (RegisteredClass from : all) {
      List<Requirement> requirements = from.requirements();
      if (requirements != null) {
        for (Requirement requirement : requirements) {
          Entry to = find(from, requirement);
          dependencies.add(
              new Dependency(from, requirement, to == null ? null : byCid.get(to.cid())));
        }
      }
    }
    return List.copyOf(dependencies);
  }

  private @Nullable Entry find(RegisteredClass from, Requirement requirement) {
    String contract =
        requirement.contractId().isEmpty()
            ? onlyContract(from, requirement.typeName())
            : requirement.contractId();
    return contract == null ? null : registry.registrations().find(contract);
  }

  /** A parameter by type alone means the one contract that the interface's IDL names. */
  private @Nullable String onlyContract(RegisteredClass from, String typeName) {
    Entry entry = registry.registrations().find(from.cid());
    if (entry == null || !(entry.factory() instanceof TableFactory table)) {
      return null;
    }
    try {
      XpInterface made =
          Class.forName(typeName, false, table.loader()).getAnnotation(XpInterface.class);
      return made == null || made.contracts().length != 1 ? null : made.contracts()[0];
    } catch (ClassNotFoundException | LinkageError notThere) {
      return null; // creating the component explains it
    }
  }
}
