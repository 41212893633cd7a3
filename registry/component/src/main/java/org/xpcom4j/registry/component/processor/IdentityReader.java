package org.xpcom4j.registry.component.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.contract.ContractIdProblem;
import org.xpcom4j.registry.contract.ParsedContractId;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Reads class and contract IDs, with the same parsers as the registry. */
final class IdentityReader {

  private final Annotations annotations;
  private final Reporter reporter;
  private final Uniqueness uniqueness;

  IdentityReader(Annotations annotations, Reporter reporter, Uniqueness uniqueness) {
    this.annotations = annotations;
    this.reporter = reporter;
    this.uniqueness = uniqueness;
  }

  Optional<UUID> readCid(Element owner, AnnotationMirror component) {
    AnnotationValue value = annotations.value(component, "cid");
    String text = String.valueOf(value.getValue());
    try {
      UUID cid = Interfaces.parseId(text);
      uniqueness.claimCid(cid, owner, component, value);
      return Optional.of(cid);
    } catch (XpcomException malformed) {
      reporter.error(
          Complaint.of("cid", sentence(malformed))
              .hint("a fresh one: \"{" + UUID.randomUUID() + "}\""),
          owner,
          component,
          value);
      return Optional.empty();
    }
  }

  List<String> readContracts(Element owner, AnnotationMirror component) {
    var contracts = new ArrayList<String>();
    for (AnnotationValue value : annotations.values(component, "contracts")) {
      String contract = String.valueOf(value.getValue());
      if (isContractId(owner, component, value)) {
        uniqueness.claimContract(contract, owner, component, value);
        contracts.add(contract);
      }
    }
    return contracts;
  }

  /** Reports a malformed contract ID at the annotation value that holds it. */
  boolean isContractId(Element owner, AnnotationMirror annotation, AnnotationValue value) {
    Optional<ContractIdProblem> problem =
        ParsedContractId.findProblem(String.valueOf(value.getValue()));
    problem.ifPresent(
        found -> {
          var complaint = Complaint.of("contract-id", found.toString());
          found.correction().ifPresent(better -> complaint.hint("\"" + better + "\""));
          reporter.error(complaint, owner, annotation, value);
        });
    return problem.isEmpty();
  }

  /** What the exception says after the nsresult, which means nothing at compile time. */
  private static String sentence(XpcomException exception) {
    String prefix = Nsresult.describe(exception.result()) + ": ";
    String message = String.valueOf(exception.getMessage());
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
