package org.xpcom4j.idl.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;

/** The methods of one Java interface, named so that none clashes with another or an inherited one. */
final class JavaMembers {
  private final JavaTypes types;
  private final InterfaceDefinition definition;
  private final Map<String, JavaMethod> inherited = new LinkedHashMap<>();
  private final Map<String, JavaMethod> own = new LinkedHashMap<>();

  JavaMembers(JavaTypes types, InterfaceDefinition definition) {
    this.types = types;
    this.definition = definition;
    for (InterfaceDefinition each : basesAndSelf(definition)) {
      inherited.putAll(own);
      own.clear();
      add(each);
    }
  }

  private static Collection<InterfaceDefinition> basesAndSelf(InterfaceDefinition definition) {
    Deque<InterfaceDefinition> chain = new ArrayDeque<>();
    Optional<InterfaceDefinition> next = Optional.of(definition);
    while (next.isPresent()) {
      chain.addFirst(next.get());
      next = next.get().base();
    }
    return chain;
  }

  private void add(InterfaceDefinition each) {
    List<List<JavaMethod>> overloads = new ArrayList<>();
    for (Member member : each.members()) {
      if (member instanceof Member.Attribute attribute) {
        addAttribute(attribute);
      } else if (member instanceof Member.Method method) {
        addMethod(each, method).ifPresent(overloads::add);
      }
    }
    overloads.forEach(group -> group.forEach(this::addOverload));
  }

  /** The methods that the interface itself declares, each followed by its overloads. */
  List<MethodSpec> specs() {
    Map<String, List<MethodSpec>> byName = new LinkedHashMap<>();
    for (JavaMethod method : own.values()) {
      boolean overrides = inherited.containsKey(method.signature());
      byName.computeIfAbsent(method.name(), name -> new ArrayList<>()).add(method.spec(overrides));
    }
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /** How many methods a class has to implement. */
  long countAbstract() {
    Map<String, JavaMethod> all = new LinkedHashMap<>(inherited);
    all.putAll(own);
    return all.values().stream().filter(JavaMethod::isAbstract).count();
  }

  private void addAttribute(Member.Attribute attribute) {
    Optional<TypeName> type = types.value(attribute.type());
    if (type.isEmpty() || isForNativeCode(attribute.flags())) {
      return;
    }
    boolean isDeprecated = attribute.flags().contains(Member.Flag.DEPRECATED);
    var docs =
        new MethodDocs(
            DocText.of(attribute.docs(), types),
            "The attribute {@code " + attribute.name() + "}.",
            Optional.empty(),
            "its value",
            "");
    List<JavaMethod> accessors = new ArrayList<>();
    accessors.add(
        method(JavaNames.getter(attribute.name()), type.get(), List.of(), docs, isDeprecated));
    if (!attribute.isReadonly()) {
      String name = JavaNames.setterParameter(attribute.name());
      var parameter = new JavaParameter(name, name, type.get(), "its new value");
      String setter = JavaNames.setter(attribute.name());
      accessors.add(method(setter, TypeName.VOID, List.of(parameter), docs, isDeprecated));
    }
    addMain(accessors);
  }

  private static JavaMethod method(
      String name,
      TypeName result,
      List<JavaParameter> parameters,
      MethodDocs docs,
      boolean isDeprecated) {
    return new JavaMethod(
        name, result, parameters, Optional.empty(), Optional.empty(), docs, isDeprecated);
  }

  private Optional<List<JavaMethod>> addMethod(InterfaceDefinition owner, Member.Method method) {
    if (isForNativeCode(method.flags())) {
      return Optional.empty();
    }
    Optional<MethodShapes> shapes = MethodShapes.of(method, types);
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    JavaMethod main = shapes.get().main();
    JavaMethod added =
        addMain(List.of(isRootQuery(owner, main) ? withDefaultQuery(main) : main)).get(0);
    return Optional.of(shapes.get().overloads().of(added));
  }

  /**
   * Adds methods under their names or, where one of these is taken, all of them under names with
   * more underscores.
   */
  private List<JavaMethod> addMain(List<JavaMethod> methods) {
    List<JavaMethod> renamed = methods;
    while (renamed.stream().anyMatch(this::isTaken)) {
      renamed = renamed.stream().map(each -> each.renamed(each.name() + "_")).toList();
    }
    renamed.forEach(each -> own.put(each.signature(), each));
    return renamed;
  }

  private boolean isTaken(JavaMethod method) {
    JavaMethod base = inherited.get(method.signature());
    return own.containsKey(method.signature())
        || (base != null && !base.result().equals(method.result()));
  }

  /** What javac would warn about in the interface. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (mentionsDeprecated()) {
      warnings.add("deprecation");
    }
    if (hasConfusableOverloads()) {
      warnings.add("overloads");
    }
    return warnings;
  }

  private boolean mentionsDeprecated() {
    boolean isBaseDeprecated =
        definition.base().filter(base -> base.has(Flag.DEPRECATED)).isPresent();
    boolean overridesDeprecated =
        own.keySet().stream()
            .anyMatch(key -> inherited.containsKey(key) && inherited.get(key).isDeprecated());
    return isBaseDeprecated
        || overridesDeprecated
        || definition.members().stream().flatMap(JavaMembers::types).anyMatch(types::isDeprecated);
  }

  private static Stream<IdlType> types(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return Stream.of(attribute.type());
    }
    return member instanceof Member.Method method
        ? Stream.concat(Stream.of(method.type()), method.parameters().stream().map(Parameter::type))
        : Stream.empty();
  }

  /** Whether a lambda could fit two methods; javac asks no more than the number of parameters. */
  private boolean hasConfusableOverloads() {
    return own.values().stream()
        .anyMatch(
            each ->
                Stream.concat(own.values().stream(), inherited.values().stream())
                    .anyMatch(each::isConfusableWith));
  }

  private void addOverload(JavaMethod method) {
    if (!own.containsKey(method.signature()) && !inherited.containsKey(method.signature())) {
      own.put(method.signature(), method);
    }
  }

  static boolean isForNativeCode(Set<Member.Flag> flags) {
    return flags.contains(Member.Flag.NOSCRIPT) || flags.contains(Member.Flag.NOTXPCOM);
  }

  private boolean isRootQuery(InterfaceDefinition owner, JavaMethod method) {
    return types.interfaceName(owner).equals(JavaTypes.SUPPORTS)
        && method.name().equals("queryInterface");
  }

  private static JavaMethod withDefaultQuery(JavaMethod query) {
    String iid = query.parameters().get(0).name();
    return new JavaMethod(
        query.name(),
        query.result(),
        query.parameters(),
        query.variable(),
        Optional.of(
            CodeBlock.builder()
                .addStatement("return $T.query(this, $N)", JavaTypes.INTERFACES, iid)
                .build()),
        query.docs(),
        query.isDeprecated());
  }
}
