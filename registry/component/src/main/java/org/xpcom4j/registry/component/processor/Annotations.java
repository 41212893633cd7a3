package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds annotations and their values by name. */
final class Annotations {

  /** What javac gives as the value of a constant that is not there (yet). */
  private static final String UNRESOLVED = "<error>";

  private final Elements elements;

  Annotations(Elements elements) {
    this.elements = elements;
  }

  Optional<? extends AnnotationMirror> find(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> nameOf(mirror).contentEquals(annotation))
        .findFirst();
  }

  boolean isPresent(Element element, String annotation) {
    return find(element, annotation).isPresent();
  }

  /** The value of a member that the annotation type is known to have, or its default. */
  AnnotationValue value(AnnotationMirror mirror, String member) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        elements.getElementValuesWithDefaults(mirror);
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The elements of a member that is an array. */
  List<AnnotationValue> values(AnnotationMirror mirror, String member) {
    return value(mirror, member).getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }

  /** Whether all values are known; a constant of an interface that is still being made is not. */
  boolean isResolved(AnnotationMirror mirror) {
    return mirror.getElementValues().values().stream().allMatch(Annotations::isResolved);
  }

  private static boolean isResolved(AnnotationValue value) {
    if (value.getValue() instanceof List<?> list) {
      return list.stream().map(AnnotationValue.class::cast).allMatch(Annotations::isResolved);
    }
    return value.getValue() instanceof AnnotationMirror nested
        ? nested.getElementValues().values().stream().allMatch(Annotations::isResolved)
        : !UNRESOLVED.equals(value.getValue());
  }

  static Name nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName();
  }
}
