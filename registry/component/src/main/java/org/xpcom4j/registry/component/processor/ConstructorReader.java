package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Chooses the constructor that the table calls. */
final class ConstructorReader {

  private static final String TAG = "constructor";

  private final Annotations annotations;
  private final Elements elements;
  private final Types types;
  private final Reporter reporter;
  private final ParameterReader parameters;

  ConstructorReader(
      Annotations annotations,
      Elements elements,
      Types types,
      Reporter reporter,
      ParameterReader parameters) {
    this.annotations = annotations;
    this.elements = elements;
    this.types = types;
    this.reporter = reporter;
    this.parameters = parameters;
  }

  /** Returns the parameters of the constructor; after a complaint the list means nothing. */
  List<ConstructorParameter> read(TypeElement component) {
    checkMembers(component);
    return choose(component).map(this::read).orElse(List.of());
  }

  private Optional<ExecutableElement> choose(TypeElement component) {
    List<ExecutableElement> all = ElementFilter.constructorsIn(component.getEnclosedElements());
    List<ExecutableElement> marked =
        all.stream().filter(each -> annotations.isPresent(each, Names.INJECT)).toList();
    if (marked.size() > 1) {
      reporter.error(
          Complaint.of(
                  TAG, "component " + component.getSimpleName() + " has two @Inject constructors")
              .detail("expected @Inject on one of them"),
          marked.get(1));
      return Optional.empty();
    }
    if (marked.isEmpty() && all.size() > 1) {
      reporter.error(
          Complaint.of(
                  TAG,
                  "component " + component.getSimpleName() + " has " + all.size() + " constructors")
              .detail("expected @Inject (jakarta.inject) on the one that the registry calls"),
          component);
      return Optional.empty();
    }
    return marked.isEmpty() ? all.stream().findFirst() : Optional.of(marked.get(0));
  }

  private List<ConstructorParameter> read(ExecutableElement constructor) {
    if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
      reporter.error(
          Complaint.of(TAG, "the component's constructor is private")
              .detail("expected package-private, so that the table in its package can call it"),
          constructor);
    }
    constructor.getThrownTypes().stream()
        .filter(this::isChecked)
        .forEach(
            thrown ->
                reporter.error(
                    Complaint.of(TAG, "the component's constructor throws " + thrown)
                        .detail(
                            "expected unchecked exceptions, such as XpcomException with a cause"),
                    constructor));
    return constructor.getParameters().stream()
        .map(parameters::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isChecked(TypeMirror thrown) {
    return !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error");
  }

  private boolean isA(TypeMirror thrown, String className) {
    return types.isSubtype(thrown, elements.getTypeElement(className).asType());
  }

  /** Fields and methods with {@code @Inject} would silently stay without a value. */
  private void checkMembers(TypeElement component) {
    for (Element member : component.getEnclosedElements()) {
      if (member.getKind() != ElementKind.CONSTRUCTOR
          && annotations.isPresent(member, Names.INJECT)) {
        reporter.error(
            Complaint.of("injection", "@Inject on " + member.getSimpleName() + " has no effect")
                .detail("expected a parameter of the component's constructor"),
            member);
      }
    }
  }
}
