package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.util.Elements;

/**
 * The source text of a table class. Written by hand and not with a source generator, because this
 * module is also on the run-time path of every host and should bring nothing that only the compiler
 * needs.
 */
final class TableSource {

  private static final String TEMPLATE =
      """
      package %1$s;

      import java.util.List;
      import java.util.UUID;
      import org.xpcom4j.interfaces.nsISupports;
      import org.xpcom4j.registry.component.ComponentEntry;
      import org.xpcom4j.registry.component.ComponentTable;
      import org.xpcom4j.registry.component.Dependencies;
      import org.xpcom4j.registry.component.Scope;

      /** The components of this package, as their annotations declare them. */
      %2$s@SuppressWarnings({"deprecation", "exports", "removal"})
      public final class Components implements ComponentTable {

        private static final List<ComponentEntry> ENTRIES =
            List.of(
                %3$s);

        /** Makes the table for the service loader. */
        public Components() {}

        @Override
        public String moduleName() {
          return %4$s;
        }

        @Override
        public int size() {
          return ENTRIES.size();
        }

        @Override
        public ComponentEntry entry(int index) {
          return ENTRIES.get(index);
        }

        @Override
        public List<Class<? extends nsISupports>> interfaces(int index) {
          return switch (index) {
            %5$s
            default -> throw new IndexOutOfBoundsException(index);
          };
        }

        @Override
        public nsISupports create(int index, Dependencies dependencies) {
          return switch (index) {
            %6$s
            default -> throw new IndexOutOfBoundsException(index);
          };
        }
      }
      """;

  private final Elements elements;
  private final String generatedAnnotation;

  TableSource(Elements elements, String generatedAnnotation) {
    this.elements = elements;
    this.generatedAnnotation = generatedAnnotation;
  }

  String write(String packageName, String moduleName, List<ComponentModel> components) {
    return TEMPLATE.formatted(
        packageName,
        generatedAnnotation,
        components.stream().map(this::entry).collect(Collectors.joining(",\n          ")),
        literal(moduleName),
        cases(components, TableSource::interfaces),
        cases(components, this::creation));
  }

  private String entry(ComponentModel component) {
    return """
        new ComponentEntry(
                    UUID.fromString(%s), %s, List.of(%s), Scope.%s%s)"""
        .formatted(
            literal(component.cid().toString()),
            literal(component.binaryName()),
            component.contracts().stream().map(this::literal).collect(Collectors.joining(", ")),
            component.scope(),
            component.flags() == 0 ? "" : ", " + component.flags() + "L");
  }

  private static String interfaces(ComponentModel component) {
    return component.interfaces().stream()
        .map(name -> name + ".class")
        .collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private String creation(ComponentModel component) {
    return component.parameters().stream()
        .map(this::argument)
        .collect(
            Collectors.joining(
                ",\n          ", "new " + component.type().getQualifiedName() + "(", ")"));
  }

  private String argument(ConstructorParameter parameter) {
    String contract =
        parameter.contractId().isEmpty() ? "" : ", " + literal(parameter.contractId());
    return "dependencies.%s(%s.class%s)"
        .formatted(parameter.request().method(), parameter.type(), contract);
  }

  private static String cases(
      List<ComponentModel> components, Function<ComponentModel, String> value) {
    return IntStream.range(0, components.size())
        .mapToObj(
            index -> "case " + index + " ->\n          " + value.apply(components.get(index)) + ";")
        .collect(Collectors.joining("\n      "));
  }

  private String literal(String text) {
    return elements.getConstantExpression(text);
  }
}
