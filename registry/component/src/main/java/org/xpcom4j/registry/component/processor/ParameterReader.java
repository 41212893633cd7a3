package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.xpcom4j.registry.component.processor.ConstructorParameter.Request;

/** Reads one parameter of a component's constructor. */
final class ParameterReader {

  private static final String TAG = "dependency";

  private final Annotations annotations;
  private final IdentityReader identities;
  private final Reporter reporter;

  ParameterReader(Annotations annotations, IdentityReader identities, Reporter reporter) {
    this.annotations = annotations;
    this.identities = identities;
    this.reporter = reporter;
  }

  /** Returns empty after a complaint. */
  Optional<ConstructorParameter> read(VariableElement parameter) {
    Optional<? extends AnnotationMirror> contract = annotations.find(parameter, Names.CONTRACT_ID);
    if (hasForeignQualifier(parameter)) {
      return refuse(parameter, "has a qualifier that is not @ContractId");
    }
    if (!(parameter.asType() instanceof DeclaredType type)) {
      return refuse(parameter, "is no class or interface");
    }
    String name = nameOf(type);
    if (name.equals(Names.PROVIDER) || name.equals(Names.OPTIONAL)) {
      boolean optional = name.equals(Names.OPTIONAL);
      if (optional && contract.isEmpty()) {
        return refuse(parameter, "is optional without @ContractId");
      }
      return readWrapped(parameter, type, optional ? Request.FIND : Request.PROVIDER, contract);
    }
    if (name.endsWith(".Provider")) {
      return refuse(parameter, "is a " + name);
    }
    return readPlain(parameter, type, Request.GET, contract);
  }

  private Optional<ConstructorParameter> readWrapped(
      VariableElement parameter,
      DeclaredType wrapper,
      Request request,
      Optional<? extends AnnotationMirror> contract) {
    List<? extends TypeMirror> arguments = wrapper.getTypeArguments();
    if (arguments.size() != 1
        || arguments.get(0).getKind() != TypeKind.DECLARED
        || !(arguments.get(0) instanceof DeclaredType wanted)) {
      return refuse(
          parameter, "does not say what it is a " + wrapper.asElement().getSimpleName() + " of");
    }
    return readPlain(parameter, wanted, request, contract);
  }

  private Optional<ConstructorParameter> readPlain(
      VariableElement parameter,
      DeclaredType wanted,
      Request request,
      Optional<? extends AnnotationMirror> contract) {
    if (!((TypeElement) wanted.asElement()).getTypeParameters().isEmpty()) {
      return refuse(parameter, "wants a generic type");
    }
    if (contract.isEmpty()) {
      return Optional.of(new ConstructorParameter(request, nameOf(wanted), ""));
    }
    if (wanted.asElement().getKind() != ElementKind.INTERFACE) {
      return refuse(
          parameter, "wants a contract ID and a class; components are seen as interfaces");
    }
    AnnotationValue value = annotations.value(contract.get(), "value");
    return identities.isContractId(parameter, contract.get(), value)
        ? Optional.of(
            new ConstructorParameter(request, nameOf(wanted), String.valueOf(value.getValue())))
        : Optional.empty();
  }

  private boolean hasForeignQualifier(VariableElement parameter) {
    return parameter.getAnnotationMirrors().stream()
        .filter(mirror -> !Names.CONTRACT_ID.contentEquals(Annotations.nameOf(mirror)))
        .map(mirror -> mirror.getAnnotationType().asElement())
        .anyMatch(
            annotation ->
                annotations.isPresent(annotation, Names.QUALIFIER)
                    || annotations.isPresent(annotation, "com.google.inject.BindingAnnotation"));
  }

  private Optional<ConstructorParameter> refuse(VariableElement parameter, String why) {
    reporter.error(
        Complaint.of(TAG, "parameter \"" + parameter.getSimpleName() + "\" " + why)
            .detail("expected T, jakarta.inject.Provider<T>, or with @ContractId also")
            .detail("java.util.Optional<T>, where T has no type parameters"),
        parameter);
    return Optional.empty();
  }

  private static String nameOf(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }
}
