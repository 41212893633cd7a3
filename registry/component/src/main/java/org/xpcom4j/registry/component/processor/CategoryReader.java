package org.xpcom4j.registry.component.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.contract.ContractIdProblem;
import org.xpcom4j.registry.contract.ParsedContractId;

/** Reads the entries that a component has in categories. */
final class CategoryReader {

  private static final String TAG = "category";

  /** What a value may begin with that means "the service behind this contract ID". */
  private static final String SERVICE = "service,";

  private final Annotations annotations;
  private final Reporter reporter;
  private final Uniqueness uniqueness;

  CategoryReader(Annotations annotations, Reporter reporter, Uniqueness uniqueness) {
    this.annotations = annotations;
    this.reporter = reporter;
    this.uniqueness = uniqueness;
  }

  /** Returns the entries; after a complaint the list means nothing. */
  List<CategoryEntry> read(Element owner, AnnotationMirror component, List<String> contracts) {
    var entries = new ArrayList<CategoryEntry>();
    for (AnnotationValue each : annotations.values(component, "categories")) {
      var category = (AnnotationMirror) each.getValue();
      AnnotationValue name = annotations.value(category, "name");
      AnnotationValue entry = annotations.value(category, "entry");
      AnnotationValue value = annotations.value(category, "value");
      checkWord(owner, component, name, "name of the category");
      checkWord(owner, component, entry, "name of the entry");
      String text = text(value);
      if (text.isEmpty() && contracts.isEmpty()) {
        reporter.error(
            Complaint.of(TAG, "entry \"" + text(entry) + "\" has no value")
                .detail("expected a value, or a contract ID of the component to stand for it"),
            owner,
            component,
            each);
      } else if (!text.isEmpty()) {
        checkWord(owner, component, value, "value of the entry");
        checkContract(owner, component, value);
      }
      uniqueness.claimCategory(text(name), text(entry), owner, component, entry);
      entries.add(
          new CategoryEntry(
              text(name),
              text(entry),
              text.isEmpty() && !contracts.isEmpty() ? contracts.get(0) : text));
    }
    return entries;
  }

  /** Manifests separate words by white space, so names with any could not be said there. */
  private void checkWord(
      Element owner, AnnotationMirror component, AnnotationValue value, String what) {
    String text = text(value);
    Optional<String> problem =
        text.isEmpty()
            ? Optional.of("is empty")
            : text.chars()
                .filter(c -> Character.isWhitespace(c) || Character.isISOControl(c))
                .mapToObj(c -> "has %s at position %d".formatted(nameOf(c), text.indexOf(c) + 1))
                .findFirst();
    problem.ifPresent(
        found ->
            reporter.error(
                Complaint.of(TAG, "the " + what + " " + found)
                    .detail("expected text without white space and control characters"),
                owner,
                component,
                value));
  }

  private static String nameOf(int c) {
    return c == ' ' ? "a space" : "U+%04X".formatted(c);
  }

  private void checkContract(Element owner, AnnotationMirror component, AnnotationValue value) {
    String text = text(value);
    String contract = text.startsWith(SERVICE) ? text.substring(SERVICE.length()) : text;
    if (!contract.startsWith("@")) {
      return;
    }
    Optional<ContractIdProblem> problem = ParsedContractId.findProblem(contract);
    problem.ifPresent(
        found -> {
          var complaint = Complaint.of("contract-id", found.toString());
          found.correction().ifPresent(better -> complaint.hint("\"" + better + "\""));
          reporter.error(complaint, owner, component, value);
        });
  }

  private static String text(AnnotationValue value) {
    return String.valueOf(value.getValue());
  }
}
