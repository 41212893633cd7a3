package org.xpcom4j.contract.host.inspect;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.registry.component.Requirement;
import org.xpcom4j.registry.diagnostics.Dependency;
import org.xpcom4j.registry.diagnostics.RegisteredClass;

/** A registered class in words. */
public final class ClassDescription {

  private ClassDescription() {}

  /**
   * Describes a class.
   *
   * @param type the class
   * @param dependencies those of all classes
   * @return its lines
   */
  public static List<String> of(RegisteredClass type, List<Dependency> dependencies) {
    var lines = new ArrayList<String>();
    lines.add(type.className());
    add(lines, "class ID", List.of("{" + type.cid() + "}"));
    add(lines, "contracts", type.contracts());
    add(lines, "covered by another class", type.covered());
    add(lines, "interfaces", type.interfaces());
    add(lines, "scope", List.of(type.scope().name().toLowerCase(Locale.ROOT)));
    add(lines, "flags", flags(type.flags()));
    add(
        lines,
        "categories",
        type.categories().stream()
            .map(each -> each.category() + ": " + each.entry() + " = " + each.value())
            .toList());
    add(lines, "module", type.module().isEmpty() ? List.of() : List.of(type.module()));
    add(lines, "registered by", List.of(type.origin()));
    add(lines, "found in", type.location() == null ? List.of() : List.of(type.location()));
    add(lines, "service", List.of(type.isMade() ? "exists" : "not made yet"));
    add(
        lines,
        "asks for",
        dependencies.stream()
            .filter(each -> each.from().cid().equals(type.cid()))
            .map(ClassDescription::wanted)
            .toList());
    add(
        lines,
        "asked for by",
        dependencies.stream()
            .filter(each -> each.to() != null && each.to().cid().equals(type.cid()))
            .map(each -> each.from().className() + moment(each.requirement()))
            .distinct()
            .toList());
    return lines;
  }

  private static void add(List<String> lines, String label, List<String> values) {
    String shown = label;
    for (String value : values) {
      lines.add("  %-16s%s".formatted(shown, value).stripTrailing());
      shown = "";
    }
  }

  private static String wanted(Dependency dependency) {
    Requirement requirement = dependency.requirement();
    String what =
        requirement.contractId().isEmpty() ? requirement.typeName() : requirement.contractId();
    RegisteredClass to = dependency.to();
    String who =
        to != null
            ? " -> " + to.className()
            : requirement.contractId().isEmpty() ? "" : " -> nobody";
    return what + moment(requirement) + who;
  }

  private static String moment(Requirement requirement) {
    return switch (requirement.moment()) {
      case FIRST -> "";
      case LATER -> " (later)";
      case IF_PRESENT -> " (if there is one)";
    };
  }

  /** The names of the constants, in the order of their values. */
  private static List<String> flags(long flags) {
    String names =
        Arrays.stream(nsIClassInfo.class.getFields())
            .filter(field -> field.getType() == long.class || field.getType() == int.class)
            .filter(field -> (value(field) & flags) != 0)
            .map(Field::getName)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? List.of() : List.of(names);
  }

  private static long value(Field constant) {
    try {
      return constant.getLong(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
