package org.xpcom4j.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.manager.ComponentRegistry;
import org.xpcom4j.result.XpcomException;

/**
 * Contract IDs that differ in their ends only, such as the protocol handlers with one for each URI
 * scheme. A look-up that has succeeded before puts no contract ID together and allocates nothing.
 * All methods may be called from any thread.
 *
 * @param <T> the interface that all of the family have
 */
public final class ContractFamily<T extends nsISupports> {

  private final ComponentRegistry registry;
  private final String prefix;
  private final Class<T> type;

  /** Whole contract IDs by their ends; only those that were found, so that it stays small. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  ContractFamily(ComponentRegistry registry, String prefix, Class<T> type) {
    this.registry = registry;
    this.prefix = prefix;
    this.type = type;
  }

  /**
   * Gets a service of the family.
   *
   * @param end what follows the common beginning of the contract ID
   * @return the service
   * @throws XpcomException as {@link Xpcom#getService(String, Class)}; {@code
   *     NS_ERROR_ILLEGAL_VALUE} if the end is null
   */
  public T getService(String end) {
    String contractId = known.get(Xpcom.present(end, "end of the contract ID"));
    if (contractId != null) {
      return Xpcom.checked(registry.getService(contractId, type), type);
    }
    String whole = prefix + end;
    T found = Xpcom.checked(registry.getService(whole, type), type);
    known.put(end, whole);
    return found;
  }

  /**
   * Makes a new object of a class of the family.
   *
   * @param end what follows the common beginning of the contract ID
   * @return the new object
   * @throws XpcomException as {@link Xpcom#createInstance(String, Class)}; {@code
   *     NS_ERROR_ILLEGAL_VALUE} if the end is null
   */
  public T createInstance(String end) {
    String contractId = known.get(Xpcom.present(end, "end of the contract ID"));
    if (contractId != null) {
      return Xpcom.checked(registry.createInstance(contractId, type), type);
    }
    String whole = prefix + end;
    T made = Xpcom.checked(registry.createInstance(whole, type), type);
    known.put(end, whole);
    return made;
  }
}
