package org.xpcom4j.idl.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;

/** The methods of one Java interface, named so that none clashes with another or an inherited one. */
final class JavaMembers {
  private final JavaTypes types;
  private final InterfaceDefinition definition;
  private final Map<String, JavaMethod> inherited = new LinkedHashMap<>();
  private final Map<String, JavaMethod> own = new LinkedHashMap<>();

  JavaMembers(JavaTypes types, InterfaceDefinition definition) {
    this.types = types;
    this.definition = definition;
    definition
        .base()
        .ifPresent(
            base -> {
              var members = new JavaMembers(types, base);
              inherited.putAll(members.inherited);
              inherited.putAll(members.own);
            });
    List<List<JavaMethod>> overloads = new ArrayList<>();
    for (Member member : definition.members()) {
      if (member instanceof Member.Attribute attribute) {
        addAttribute(attribute);
      } else if (member instanceof Member.Method method) {
        addMethod(method).ifPresent(overloads::add);
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
            DocText.of(attribute.docs()),
            "The attribute {@code " + attribute.name() + "}.",
            Optional.empty(),
            "its value",
            "");
    addMain(method(JavaNames.getter(attribute.name()), type.get(), List.of(), docs, isDeprecated));
    if (!attribute.isReadonly()) {
      String name = JavaNames.setterParameter(attribute.name());
      var parameter = new JavaParameter(name, name, type.get(), "its new value");
      addMain(
          method(
              JavaNames.setter(attribute.name()),
              TypeName.VOID,
              List.of(parameter),
              docs,
              isDeprecated));
    }
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

  private Optional<List<JavaMethod>> addMethod(Member.Method method) {
    if (isForNativeCode(method.flags())) {
      return Optional.empty();
    }
    Optional<MethodShapes> shapes = MethodShapes.of(method, types);
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    JavaMethod main = shapes.get().main();
    String name = addMain(isRootQuery(main) ? withDefaultQuery(main) : main);
    return Optional.of(shapes.get().overloads(name));
  }

  /** Adds a method under its name or, where that is taken, under one with more underscores. */
  private String addMain(JavaMethod method) {
    JavaMethod renamed = method;
    while (isTaken(renamed)) {
      renamed = renamed.renamed(renamed.name() + "_");
    }
    own.put(renamed.signature(), renamed);
    return renamed.name();
  }

  private boolean isTaken(JavaMethod method) {
    JavaMethod base = inherited.get(method.signature());
    return own.containsKey(method.signature())
        || (base != null && !base.result().equals(method.result()));
  }

  private void addOverload(JavaMethod method) {
    if (!own.containsKey(method.signature()) && !inherited.containsKey(method.signature())) {
      own.put(method.signature(), method);
    }
  }

  private static boolean isForNativeCode(Set<Member.Flag> flags) {
    return flags.contains(Member.Flag.NOSCRIPT) || flags.contains(Member.Flag.NOTXPCOM);
  }

  private boolean isRootQuery(JavaMethod method) {
    return types.interfaceName(definition).equals(JavaTypes.SUPPORTS)
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
