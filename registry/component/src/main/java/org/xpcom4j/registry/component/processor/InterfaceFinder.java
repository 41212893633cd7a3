package org.xpcom4j.registry.component.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds the scriptable interfaces of a component. */
final class InterfaceFinder {

  private final Annotations annotations;
  private final Types types;
  private final Reporter reporter;

  InterfaceFinder(Annotations annotations, Types types, Reporter reporter) {
    this.annotations = annotations;
    this.types = types;
    this.reporter = reporter;
  }

  /** Returns qualified names, a derived interface before its bases; complains if there is none. */
  List<String> find(TypeElement component) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(component, all);
    List<TypeElement> scriptable = all.stream().filter(this::isScriptable).toList();
    if (scriptable.isEmpty()) {
      complain(component, all);
    }
    return derivedFirst(scriptable).stream()
        .map(type -> type.getQualifiedName().toString())
        .toList();
  }

  private void collect(TypeElement type, Set<TypeElement> found) {
    for (TypeMirror direct : type.getInterfaces()) {
      TypeElement element = elementOf(direct);
      found.add(element);
      collect(element, found);
    }
    if (type.getSuperclass().getKind() == TypeKind.DECLARED) {
      collect(elementOf(type.getSuperclass()), found);
    }
  }

  private boolean isScriptable(TypeElement type) {
    return annotations
        .find(type, Names.XP_INTERFACE)
        .map(made -> annotations.value(made, "scriptable").getValue())
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  private List<TypeElement> derivedFirst(List<TypeElement> interfaces) {
    var waiting = new ArrayList<>(interfaces);
    var ordered = new ArrayList<TypeElement>(interfaces.size());
    while (!waiting.isEmpty()) {
      TypeElement next =
          waiting.stream().filter(type -> !isBaseOfAny(type, waiting)).findFirst().orElseThrow();
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private boolean isBaseOfAny(TypeElement base, List<TypeElement> others) {
    return others.stream()
        .anyMatch(other -> !other.equals(base) && types.isSubtype(other.asType(), base.asType()));
  }

  private void complain(TypeElement component, Set<TypeElement> all) {
    String found =
        all.isEmpty()
            ? "nothing"
            : all.stream()
                .map(type -> type.getSimpleName() + " (" + whyNot(type) + ")")
                .collect(Collectors.joining(", "));
    reporter.error(
        Complaint.of(
                "interface",
                "component " + component.getSimpleName() + " has no scriptable interface")
            .detail("expected an interface made from IDL and marked [scriptable] there")
            .detail("it implements " + found),
        component);
  }

  private String whyNot(TypeElement type) {
    return annotations.isPresent(type, Names.XP_INTERFACE) ? "not scriptable" : "not made from IDL";
  }

  private static TypeElement elementOf(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }
}
