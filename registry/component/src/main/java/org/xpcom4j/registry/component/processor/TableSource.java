package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.util.Elements;
import org.xpcom4j.registry.component.CategoryEntry;

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
      import org.xpcom4j.registry.component.CategoryEntry;
      import org.xpcom4j.registry.component.ComponentEntry;
      import org.xpcom4j.registry.component.ComponentTable;
      import org.xpcom4j.registry.component.Dependencies;
      import org.xpcom4j.registry.component.Requirement;
      import org.xpcom4j.registry.component.Requirement.Moment;
      import org.xpcom4j.registry.component.Scope;

      /** The components of this package, as their annotations declare them. */
      %2$s@SuppressWarnings({"deprecation", "exports", "removal"})
      public final class Components implements ComponentTable {

        private static final ComponentEntry[] ENTRIES = new ComponentEntry[%7$d];

        static {
          %8$s
        }

        /** Makes the table for the service loader. */
        public Components() {}

        @Override
        public String moduleName() {
          return %4$s;
        }

        @Override
        public int size() {
          return ENTRIES.length;
        }

        @Override
        public ComponentEntry entry(int index) {
          return ENTRIES[index];
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
      %3$s}
      """;

  /** So many entries to a method: the JVM allows 64 KiB of code in one. */
  private static final int CHUNK = 400;

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
        chunks(components)
            .mapToObj(first -> filler(components, first))
            .collect(Collectors.joining()),
        literal(moduleName),
        cases(components, TableSource::interfaces),
        cases(components, this::creation),
        components.size(),
        chunks(components)
            .mapToObj(first -> "fillFrom" + first + "();")
            .collect(Collectors.joining("\n    ")));
  }

  /** The indexes that methods begin with. */
  private static IntStream chunks(List<ComponentModel> components) {
    return IntStream.range(0, components.size()).filter(index -> index % CHUNK == 0);
  }

  private String filler(List<ComponentModel> components, int first) {
    return IntStream.range(first, Math.min(first + CHUNK, components.size()))
        .mapToObj(index -> "    ENTRIES[" + index + "] =\n        " + entry(components.get(index)))
        .collect(
            Collectors.joining(
                ";\n", "\n  private static void fillFrom" + first + "() {\n", ";\n  }\n"));
  }

  private String entry(ComponentModel component) {
    return """
        new ComponentEntry(
                    %s,
                    %s,
                    %s,
                    Scope.%s,
                    %dL,
                    %s,
                    %s)"""
        .formatted(
            uuid(component.cid()),
            literal(component.binaryName()),
            list(component.contracts(), this::literal),
            component.scope(),
            component.flags(),
            list(component.categories(), this::category),
            list(component.parameters(), this::requirement));
  }

  /** Two numbers are read faster than text when the registry starts. */
  private static String uuid(UUID id) {
    return "new UUID(0x%016xL, 0x%016xL)"
        .formatted(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private String category(CategoryEntry entry) {
    return "new CategoryEntry(%s, %s, %s)"
        .formatted(literal(entry.category()), literal(entry.entry()), literal(entry.value()));
  }

  private String requirement(ConstructorParameter parameter) {
    return "new Requirement(Moment.%s, %s, %s)"
        .formatted(
            parameter.request().moment(),
            literal(parameter.type()),
            literal(parameter.contractId()));
  }

  private static <T> String list(List<T> elements, Function<T, String> source) {
    return elements.stream().map(source).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private static String interfaces(ComponentModel component) {
    return list(component.interfaces(), name -> name + ".class");
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
