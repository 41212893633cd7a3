package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.contract.ParsedContractId;
import org.xpcom4j.result.XpcomException;

/** What is said about an ID that nobody registered. */
final class LookupFailure {

  private final Registrations registrations;

  LookupFailure(Registrations registrations) {
    this.registrations = registrations;
  }

  XpcomException unknown(String contractId, String askedBy) {
    return new XpcomException(
        NS_ERROR_FACTORY_NOT_REGISTERED,
        "nothing implements \""
            + visible(contractId)
            + "\""
            + near(contractId)
            + ParsedContractId.findProblem(contractId)
                .map(problem -> "\n  note: " + problem.toString().replace("\n", "\n  "))
                .orElse("")
            + "\n  asked by: "
            + askedBy);
  }

  /** As {@link #unknown}, but for callers who mean contract IDs and not any text. */
  XpcomException unknownOrMalformed(String contractId, String askedBy) {
    return ParsedContractId.findProblem(contractId)
        .map(
            problem ->
                new XpcomException(NS_ERROR_ILLEGAL_VALUE, problem + "\n  asked by: " + askedBy))
        .orElseGet(() -> unknown(contractId, askedBy));
  }

  XpcomException unknown(UUID cid, String askedBy) {
    return new XpcomException(
        NS_ERROR_FACTORY_NOT_REGISTERED,
        "no class {" + cid + "} is registered" + near(cid) + "\n  asked by: " + askedBy);
  }

  /** Class IDs are copied, not remembered: only slips of the pen are near. */
  private String near(UUID cid) {
    return NearMisses.slips(
            cid.toString(), registrations.cids().stream().map(UUID::toString).toList())
        .map(near -> "\n  near: {" + near + "}" + from(registrations.find(UUID.fromString(near))))
        .orElse("");
  }

  static XpcomException closed(String askedBy) {
    return new XpcomException(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the registry is closed\n  asked by: " + askedBy);
  }

  private String near(String contractId) {
    Map<String, Entry> contracts = registrations.contracts();
    List<String> nearest = NearMisses.of(contractId, contracts.keySet());
    return nearest.isEmpty()
        ? ""
        : nearest.stream()
            .map(near -> near + from(contracts.get(near)))
            .collect(Collectors.joining("\n    ", "\n  near:\n    ", ""));
  }

  private static String from(@Nullable Entry entry) {
    return entry == null ? "" : " (" + entry.source() + ")";
  }

  private static String visible(String contractId) {
    String shown = contractId.length() <= 200 ? contractId : contractId.substring(0, 200) + "…";
    return shown
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
