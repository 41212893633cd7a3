package org.xpcom4j.registry.component.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells whether everything that a component names is known yet. An interface that another processor
 * makes from IDL in the same round is not, nor are its constants.
 */
final class Resolution {

  private final Annotations annotations;

  Resolution(Annotations annotations) {
    this.annotations = annotations;
  }

  boolean isComplete(TypeElement component) {
    return areAnnotationsKnown(component)
        && areSupertypesKnown(component)
        && ElementFilter.constructorsIn(component.getEnclosedElements()).stream()
            .allMatch(this::isKnown);
  }

  private boolean areSupertypesKnown(TypeElement type) {
    return isSupertypeKnown(type.getSuperclass())
        && type.getInterfaces().stream().allMatch(this::isSupertypeKnown);
  }

  private boolean isSupertypeKnown(TypeMirror type) {
    if (type.getKind() == TypeKind.NONE) {
      return true;
    }
    return type.getKind() == TypeKind.DECLARED
        && areSupertypesKnown((TypeElement) ((DeclaredType) type).asElement());
  }

  private boolean isKnown(ExecutableElement constructor) {
    return constructor.getParameters().stream().allMatch(this::isKnown);
  }

  private boolean isKnown(VariableElement parameter) {
    return isTypeKnown(parameter.asType()) && areAnnotationsKnown(parameter);
  }

  private boolean isTypeKnown(TypeMirror type) {
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return type.getKind() != TypeKind.ERROR && arguments.stream().allMatch(this::isTypeKnown);
  }

  private boolean areAnnotationsKnown(Element element) {
    return element.getAnnotationMirrors().stream().allMatch(annotations::isResolved);
  }
}
