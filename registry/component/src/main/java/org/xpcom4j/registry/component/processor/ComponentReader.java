package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.xpcom4j.registry.component.CategoryEntry;

/** Reads an annotated class by asking one reader or check for each of its aspects. */
final class ComponentReader {

  private final Elements elements;
  private final Annotations annotations;
  private final Reporter reporter;
  private final ClassShapeCheck shape;
  private final IdentityReader identity;
  private final FlagsReader flags;
  private final CategoryReader categories;
  private final InterfaceFinder interfaces;
  private final ConstructorReader constructors;

  ComponentReader(ProcessingEnvironment environment, Annotations annotations, Reporter reporter) {
    this.elements = environment.getElementUtils();
    this.annotations = annotations;
    this.reporter = reporter;
    this.shape = new ClassShapeCheck(elements, reporter);
    var uniqueness = new Uniqueness(reporter);
    this.identity = new IdentityReader(annotations, reporter, uniqueness);
    this.flags = new FlagsReader(annotations, reporter);
    this.categories = new CategoryReader(annotations, reporter, uniqueness);
    this.interfaces = new InterfaceFinder(annotations, environment.getTypeUtils(), reporter);
    this.constructors =
        new ConstructorReader(
            annotations,
            elements,
            environment.getTypeUtils(),
            reporter,
            new ParameterReader(annotations, identity, reporter));
  }

  /** Returns empty after at least one complaint. */
  Optional<ComponentModel> read(TypeElement type) {
    int errorsBefore = reporter.errors();
    AnnotationMirror component = annotations.find(type, Names.COMPONENT).orElseThrow();
    shape.check(type);
    Optional<UUID> cid = identity.readCid(type, component);
    List<String> contracts = identity.readContracts(type, component);
    var scope = (VariableElement) annotations.value(component, "scope").getValue();
    long said = flags.read(type, component);
    List<CategoryEntry> entries = categories.read(type, component, contracts);
    List<String> implemented = interfaces.find(type);
    List<ConstructorParameter> parameters = constructors.read(type);
    if (reporter.errors() != errorsBefore) {
      return Optional.empty();
    }
    return cid.map(
        id ->
            new ComponentModel(
                type,
                elements.getBinaryName(type).toString(),
                id,
                contracts,
                scope.getSimpleName().toString(),
                said,
                entries,
                implemented,
                parameters));
  }
}
