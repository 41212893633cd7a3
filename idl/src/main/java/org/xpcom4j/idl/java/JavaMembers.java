package org.xpcom4j.idl.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Optional<List<JavaMethod>> added = addMethod(each, method);
        if (added.isPresent()) {
          overloads.add(added.get());
        }
      }
    }
    for (List<JavaMethod> group : overloads) {
      for (JavaMethod overload : group) {
        addOverload(overload);
      }
    }
  }

  /** The methods that the interface itself declares, each followed by its overloads. */
  List<MethodSpec> specs() {
    Map<String, List<JavaMethod>> byName = new LinkedHashMap<>();
    group(own.values(), byName);
    List<MethodSpec> specs = new ArrayList<>();
    for (List<JavaMethod> sameName : byName.values()) {
      for (JavaMethod method : sameName) {
        specs.add(method.spec(inherited.containsKey(method.signature())));
      }
    }
    return specs;
  }

  /** How many methods a class has to implement. */
  int countAbstract() {
    Map<String, JavaMethod> all = new LinkedHashMap<>(inherited);
    all.putAll(own);
    int count = 0;
    for (JavaMethod method : all.values()) {
      if (method.isAbstract()) {
        count++;
      }
    }
    return count;
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
    while (isAnyTaken(renamed)) {
      renamed = renamed.stream().map(each -> each.renamed(each.name() + "_")).toList();
    }
    for (JavaMethod each : renamed) {
      own.put(each.signature(), each);
    }
    return renamed;
  }

  private boolean isAnyTaken(List<JavaMethod> methods) {
    for (JavaMethod method : methods) {
      if (isTaken(method)) {
        return true;
      }
    }
    return false;
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
    if (definition.base().isPresent() && definition.base().get().has(Flag.DEPRECATED)) {
      return true;
    }
    for (String signature : own.keySet()) {
      JavaMethod overridden = inherited.get(signature);
      if (overridden != null && overridden.isDeprecated()) {
        return true;
      }
    }
    for (Member member : definition.members()) {
      if (mentionsDeprecated(member)) {
        return true;
      }
    }
    return false;
  }

  private boolean mentionsDeprecated(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return types.isDeprecated(attribute.type());
    }
    if (!(member instanceof Member.Method method)) {
      return false;
    }
    for (Parameter parameter : method.parameters()) {
      if (types.isDeprecated(parameter.type())) {
        return true;
      }
    }
    return types.isDeprecated(method.type());
  }

  /** Whether a lambda could fit two methods; javac asks no more than the number of parameters. */
  private boolean hasConfusableOverloads() {
    Map<String, List<JavaMethod>> byName = new HashMap<>();
    group(inherited.values(), byName);
    group(own.values(), byName);
    for (JavaMethod each : own.values()) {
      if (isConfusableWithAny(each, byName.getOrDefault(each.name(), List.of()))) {
        return true;
      }
    }
    return false;
  }

  private static void group(Collection<JavaMethod> methods, Map<String, List<JavaMethod>> byName) {
    for (JavaMethod method : methods) {
      List<JavaMethod> sameName = byName.get(method.name());
      if (sameName == null) {
        sameName = new ArrayList<>();
        byName.put(method.name(), sameName);
      }
      sameName.add(method);
    }
  }

  private static boolean isConfusableWithAny(JavaMethod method, Collection<JavaMethod> others) {
    for (JavaMethod other : others) {
      if (method.isConfusableWith(other)) {
        return true;
      }
    }
    return false;
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
