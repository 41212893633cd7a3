package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/**
 * The two tables: class ID to entry, and contract ID to entry. Look-ups take no lock.
 *
 * <p>A contract ID that is registered again is covered, not replaced: when the upper class is
 * unregistered, the lower one answers again.
 */
final class Registrations {

  private final Map<UUID, Entry> byCid;

  /** The uppermost layer of each contract ID. */
  private final Map<String, Entry> byContract;

  /** What lies below the uppermost layer, if anything does, the lowest first; guarded by this. */
  private final Map<String, List<Entry>> covered = new HashMap<>();

  /** Makes tables that need not grow until there are so many classes. */
  Registrations(int expected) {
    byCid = new ConcurrentHashMap<>(expected);
    byContract = new ConcurrentHashMap<>(expected);
  }

  @Nullable Entry find(String contractId) {
    return byContract.get(contractId);
  }

  @Nullable Entry find(UUID cid) {
    return byCid.get(cid);
  }

  /** Adds a class; refuses a class ID that is taken and changes nothing then. */
  synchronized void add(Entry entry, Collection<String> contractIds) {
    Entry first = claim(entry);
    if (first != null) {
      throw new XpcomException(
          NS_ERROR_FACTORY_EXISTS,
          "class ID {" + entry.cid() + "} is registered\n  by: " + first.source());
    }
    for (String contractId : contractIds) {
      cover(contractId, entry);
    }
  }

  /** Adds a class without contract IDs, or returns the one that has its class ID. */
  synchronized @Nullable Entry claim(Entry entry) {
    return byCid.putIfAbsent(entry.cid(), entry);
  }

  /** Takes back one layer of one contract ID. */
  synchronized void uncover(String contractId, Entry entry) {
    if (byContract.get(contractId) == entry) {
      uncover(contractId);
      return;
    }
    List<Entry> below = covered.get(contractId);
    if (below != null) {
      below.remove(entry);
    }
  }

  /** Whether a contract ID means an entry, or did before it was covered. */
  synchronized boolean isLayer(String contractId, Entry entry) {
    return byContract.get(contractId) == entry
        || covered.getOrDefault(contractId, List.of()).contains(entry);
  }

  /** Lets a contract ID mean an entry from now on; returns another one that it meant until now. */
  synchronized @Nullable Entry cover(String contractId, Entry entry) {
    Entry top = byContract.put(contractId, entry);
    if (top == null || top == entry) {
      return null;
    }
    List<Entry> below = covered.computeIfAbsent(contractId, key -> new ArrayList<>(1));
    below.remove(entry);
    below.add(top);
    return top;
  }

  /** Forgets a class; its contract IDs mean what they meant before. */
  void remove(Entry entry) {
    remove(Set.of(entry));
  }

  /** Forgets some classes at once. */
  synchronized void remove(Set<Entry> entries) {
    entries.forEach(entry -> byCid.remove(entry.cid(), entry));
    covered.values().forEach(below -> below.removeAll(entries));
    byContract.forEach(
        (contractId, top) -> {
          if (entries.contains(top)) {
            uncover(contractId);
          }
        });
    covered.values().removeIf(List::isEmpty);
  }

  private void uncover(String contractId) {
    List<Entry> below = covered.getOrDefault(contractId, List.of());
    if (below.isEmpty()) {
      byContract.remove(contractId);
    } else {
      byContract.put(contractId, below.remove(below.size() - 1));
    }
  }

  /** A picture of this moment, in the order of the contract IDs. */
  synchronized Map<String, Entry> contracts() {
    return new TreeMap<>(byContract);
  }

  /** A picture of this moment, sorted. */
  synchronized List<UUID> cids() {
    return byCid.keySet().stream().sorted().toList();
  }

  /** A picture of this moment. */
  synchronized List<Entry> entries() {
    return List.copyOf(byCid.values());
  }

  /** The contract IDs that would mean a class if another one did not cover it, sorted. */
  synchronized Map<Entry, List<String>> covered() {
    var result = new HashMap<Entry, List<String>>();
    new TreeMap<>(covered)
        .forEach(
            (contractId, below) ->
                below.forEach(
                    entry ->
                        result.computeIfAbsent(entry, key -> new ArrayList<>()).add(contractId)));
    return result;
  }

  Optional<String> contractOf(Entry entry) {
    return contracts().entrySet().stream()
        .filter(contract -> contract.getValue() == entry)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  synchronized void clear() {
    byCid.clear();
    byContract.clear();
    covered.clear();
  }
}
