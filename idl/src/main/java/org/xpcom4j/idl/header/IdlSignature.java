package org.xpcom4j.idl.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.Parameter;

/** Writes attributes and methods as IDL on one line, for the comments above them. */
final class IdlSignature {
  private IdlSignature() {}

  static String of(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return attributes(attribute.flags(), attribute.binaryName().stream().toList())
          + (attribute.isReadonly() ? "readonly " : "")
          + "attribute "
          + attribute.type().idlName()
          + " "
          + attribute.name()
          + ";";
    }
    if (member instanceof Member.Method method) {
      String parameters =
          method.parameters().stream()
              .map(IdlSignature::parameter)
              .collect(Collectors.joining(", "));
      String raises =
          method.raises().isEmpty() ? "" : " raises (" + String.join(", ", method.raises()) + ")";
      return attributes(method.flags(), method.binaryName().stream().toList())
          + method.type().idlName()
          + " "
          + method.name()
          + " ("
          + parameters
          + ")"
          + raises
          + ";";
    }
    throw new IllegalArgumentException("no signature: " + member);
  }

  private static String attributes(Set<Flag> flags, List<String> binaryNames) {
    Set<String> sorted = new TreeSet<>();
    flags.forEach(flag -> sorted.add(flag.name().toLowerCase(Locale.ROOT)));
    binaryNames.forEach(name -> sorted.add("binaryname(" + name + ")"));
    return sorted.isEmpty() ? "" : "[" + String.join(",", sorted) + "] ";
  }

  private static String parameter(Parameter parameter) {
    List<String> attributes = new ArrayList<>();
    parameter.sizeIs().ifPresent(name -> attributes.add("size_is(" + name + ")"));
    parameter.iidIs().ifPresent(name -> attributes.add("iid_is(" + name + ")"));
    for (Parameter.Flag flag : Parameter.Flag.values()) {
      if (parameter.has(flag)) {
        String name = flag.name().toLowerCase(Locale.ROOT);
        attributes.add(flag == Parameter.Flag.ARRAY ? 0 : attributes.size(), name);
      }
    }
    parameter.defaultValue().ifPresent(value -> attributes.add("default(" + value + ")"));
    return (attributes.isEmpty() ? "" : "[" + String.join(", ", attributes) + "] ")
        + parameter.direction().name().toLowerCase(Locale.ROOT)
        + " "
        + parameter.type().idlName()
        + " "
        + parameter.name();
  }
}
