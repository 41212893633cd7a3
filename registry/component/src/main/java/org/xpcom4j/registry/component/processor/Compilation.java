package org.xpcom4j.registry.component.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The rounds of one compilation. A class that names an interface which another processor makes in
 * the same round is kept by name and looked at again in the next one, with all of its package. If
 * the interface never appears, javac says so itself.
 */
final class Compilation {

  private final Elements elements;
  private final Reporter reporter;
  private final Resolution resolution;
  private final ComponentReader reader;
  private final TableWriter writer;
  private final ServiceFile services;

  /** Qualified names of classes that are not read yet. */
  private final Set<String> pending = new LinkedHashSet<>();

  /** The names of the tables that were written, with their packages. */
  private final Map<String, PackageElement> tables = new TreeMap<>();

  /** The name of the module whose descriptor is compiled too. */
  private Optional<String> module = Optional.empty();

  Compilation(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.reporter = new Reporter(environment.getMessager());
    var annotations = new Annotations(elements);
    this.resolution = new Resolution(annotations);
    this.reader = new ComponentReader(environment, annotations, reporter);
    this.writer = new TableWriter(elements, environment.getFiler(), reporter);
    this.services = new ServiceFile(environment.getFiler(), elements);
  }

  void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (ModuleElement declared : ElementFilter.modulesIn(round.getRootElements())) {
      module = Optional.of(declared.getQualifiedName().toString());
    }
    for (TypeElement annotation : annotations) {
      for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
        pending.add(type.getQualifiedName().toString());
      }
    }
    if (round.processingOver()) {
      finish();
    } else {
      writeTables();
    }
  }

  private void writeTables() {
    Map<PackageElement, List<TypeElement>> byPackage =
        pending.stream()
            .map(elements::getTypeElement)
            .collect(Collectors.groupingBy(elements::getPackageOf));
    byPackage.forEach(
        (owner, types) -> {
          if (types.stream().allMatch(resolution::isComplete)) {
            writeTable(owner, types);
          }
        });
  }

  private void writeTable(PackageElement owner, List<TypeElement> types) {
    var components = new ArrayList<ComponentModel>();
    for (TypeElement type : types) {
      pending.remove(type.getQualifiedName().toString());
      reader.read(type).ifPresent(components::add);
    }
    if (!owner.isUnnamed()) {
      writer.write(owner, components);
      tables.put(owner.getQualifiedName() + "." + Names.COMPONENTS, owner);
    }
  }

  private void finish() {
    if (tables.isEmpty()) {
      return;
    }
    try {
      services.write(tables.keySet(), List.copyOf(tables.values()));
    } catch (IOException failure) {
      reporter.error(
          Complaint.of("services", "META-INF/services/" + Names.TABLE + " cannot be written")
              .detail(failure.toString()),
          tables.values().iterator().next());
    }
    module
        .map(elements::getModuleElement)
        .ifPresent(declared -> new ProvidesCheck(reporter).check(declared, tables.keySet()));
  }
}
