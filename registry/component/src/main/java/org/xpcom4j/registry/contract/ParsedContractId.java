package org.xpcom4j.registry.contract;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xpcom4j.result.XpcomException;

/**
 * A contract ID in its parts. {@code @mozilla.org/network/protocol;1?name=wss} has the domain {@code
 * mozilla.org}, the module {@code network/protocol}, version 1 and the parameter {@code name}.
 *
 * <p>Domain and module consist of ASCII letters, digits and {@code . - _ +}; the module may have
 * several segments between slashes. The version is a decimal number of at most nine digits. A
 * parameter's value may hold any visible ASCII character but {@code & ? =}.
 *
 * @param domain whose contract it is, for instance {@code mozilla.org}
 * @param module what it is about, without the slash at its start
 * @param version counted up when the contract changes
 * @param parameters in the order of the text; unmodifiable
 */
public record ParsedContractId(
    String domain, String module, int version, Map<String, String> parameters) {

  /**
   * Takes a contract ID apart.
   *
   * @param text the whole contract ID
   * @return its parts
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} with the position of the first mistake
   */
  public static ParsedContractId parse(String text) {
    try {
      return new ContractIdParser(text).parse();
    } catch (ContractIdParser.Mistake mistake) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, mistake.problem.toString());
    }
  }

  /**
   * Looks for a mistake in a contract ID.
   *
   * @param text the whole contract ID
   * @return the first mistake, empty if {@link #parse} would succeed
   */
  public static Optional<ContractIdProblem> findProblem(String text) {
    try {
      new ContractIdParser(text).parse();
      return Optional.empty();
    } catch (ContractIdParser.Mistake mistake) {
      return Optional.of(mistake.problem);
    }
  }

  /**
   * Keeps a copy of the parameters in their order.
   *
   * @param domain whose contract it is
   * @param module what it is about
   * @param version counted up when the contract changes
   * @param parameters in the order of the text
   */
  public ParsedContractId {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Returns the contract ID as text.
   *
   * @return what was parsed, character for character
   */
  @Override
  public String toString() {
    String start = "@" + domain + "/" + module + ";" + version;
    return parameters.isEmpty()
        ? start
        : parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&", start + "?", ""));
  }
}
