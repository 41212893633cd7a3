package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.plugin.Forgetful;

/**
 * What one plug-in registers, so that it can be taken back as a whole. Used by one thread, except for
 * {@link #remove}, which another may call later.
 */
public final class RegistrationGroup {

  private final ComponentRegistry registry;
  private final Set<Entry> entries = new LinkedHashSet<>();

  /** The contract IDs that were mapped to classes, ours or not. */
  private final Map<String, Entry> mapped = new LinkedHashMap<>();

  /**
   * Makes an empty group.
   *
   * @param registry where its members are registered
   */
  public RegistrationGroup(ComponentRegistry registry) {
    this.registry = registry;
  }

  /**
   * Registers a component of a table.
   *
   * @param table the table
   * @param index the component's number
   * @param data what the table says of it
   * @param source where it comes from
   * @param contractIds the contract IDs that mean it from now on
   * @param dependencies answers for its constructor's parameters
   * @return who has the class ID, if it is taken; nothing is registered then
   */
  public Optional<Source> add(
      ComponentTable table,
      int index,
      ComponentEntry data,
      Source source,
      List<String> contractIds,
      Dependencies dependencies) {
    return add(Entry.of(data, source, new TableFactory(table, index, dependencies)), contractIds);
  }

  /**
   * Registers a class.
   *
   * @param cid its class ID
   * @param source where it comes from
   * @param scope what injection hands out
   * @param factory makes its objects
   * @param contractIds the contract IDs that mean it from now on
   * @return who has the class ID, if it is taken; nothing is registered then
   */
  public Optional<Source> add(
      UUID cid, Source source, Scope scope, nsIFactory factory, List<String> contractIds) {
    return add(new Entry(cid, source, scope, factory), contractIds);
  }

  private Optional<Source> add(Entry entry, List<String> contractIds) {
    Registrations registrations = registry.registrations();
    var covered = new LinkedHashMap<String, Entry>();
    synchronized (registrations) {
      Entry first = registrations.claim(entry);
      if (first != null) {
        return Optional.of(first.source());
      }
      for (String contractId : contractIds) {
        Entry below = registrations.cover(contractId, entry);
        if (below != null) {
          covered.put(contractId, below);
        }
      }
    }
    entries.add(entry);
    RegistrationLog.registered(entry, contractIds);
    covered.forEach((contractId, below) -> RegistrationLog.covered(contractId, entry, below));
    return Optional.empty();
  }

  /**
   * Lets a contract ID mean a class that is registered, by whomever.
   *
   * @param contractId the contract ID
   * @param cid the class ID
   * @return whether there is such a class
   */
  public boolean map(String contractId, UUID cid) {
    Registrations registrations = registry.registrations();
    synchronized (registrations) {
      Entry entry = registrations.find(cid);
      if (entry == null) {
        return false;
      }
      if (!registrations.isLayer(contractId, entry)) {
        mapped.put(contractId, entry);
      }
      registrations.cover(contractId, entry);
      return true;
    }
  }

  /**
   * Prepares for the end of the classes when the registry has closed: what is still being made may
   * stumble over them.
   */
  public void leave() {
    entries.forEach(entry -> entry.evict(NS_ERROR_ILLEGAL_DURING_SHUTDOWN));
    entries.clear();
    mapped.clear();
  }

  /**
   * Takes everything back, at once for every look-up, and closes the services that are {@link
   * AutoCloseable}, the latest first. Services that keep objects of others then drop those that are
   * gone.
   *
   * @param isGone tells which objects belong to the plug-in
   * @return what failed while it was closed; everything was tried
   */
  public List<Throwable> remove(Predicate<Object> isGone) {
    Registrations registrations = registry.registrations();
    synchronized (registrations) {
      mapped.forEach(registrations::uncover);
      registrations.remove(entries);
    }
    var failures = new ArrayList<Throwable>();
    Services services = registry.made();
    for (Services.Made made : services.evict(entries)) {
      Shutdown.release(made, failures);
    }
    for (Services.Made made : services.made()) {
      if (made.service() instanceof Forgetful forgetful) {
        forgetful.forget(isGone);
      }
    }
    mapped.clear();
    entries.clear();
    return failures;
  }
}
