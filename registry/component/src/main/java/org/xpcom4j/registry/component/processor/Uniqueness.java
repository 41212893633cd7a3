package org.xpcom4j.registry.component.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Remembers which component of this compilation has which IDs, and reports the second claim. */
final class Uniqueness {

  private final Reporter reporter;
  private final Map<UUID, String> cids = new HashMap<>();
  private final Map<String, String> contracts = new HashMap<>();
  private final Map<List<String>, String> categories = new HashMap<>();

  Uniqueness(Reporter reporter) {
    this.reporter = reporter;
  }

  void claimCid(UUID cid, Element owner, AnnotationMirror component, AnnotationValue value) {
    String first = cids.putIfAbsent(cid, owner.toString());
    if (first != null) {
      reporter.error(
          Complaint.of("duplicate-cid", "class ID {" + cid + "} is taken")
              .detail("first used by " + first)
              .hint("a fresh one: \"{" + UUID.randomUUID() + "}\""),
          owner,
          component,
          value);
    }
  }

  void claimContract(
      String contract, Element owner, AnnotationMirror component, AnnotationValue value) {
    String first = contracts.putIfAbsent(contract, owner.toString());
    if (first != null) {
      reporter.error(
          Complaint.of("duplicate-contract", "contract ID \"" + contract + "\" is taken")
              .detail("first used by " + first)
              .detail("expected one component of a module for each contract ID"),
          owner,
          component,
          value);
    }
  }

  void claimCategory(
      String category,
      String entry,
      Element owner,
      AnnotationMirror component,
      AnnotationValue value) {
    String first = categories.putIfAbsent(List.of(category, entry), owner.toString());
    if (first != null) {
      reporter.error(
          Complaint.of(
                  "duplicate-category",
                  "category \"" + category + "\" has an entry \"" + entry + "\" already")
              .detail("first made by " + first)
              .detail("expected one value of a module for each entry"),
          owner,
          component,
          value);
    }
  }
}
