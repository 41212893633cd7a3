package org.xpcom4j.idl.java;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Flag;

/**
 * The Java methods of one IDL method.
 *
 * @param main the method that components implement
 * @param overloads makes those that call it
 */
record MethodShapes(JavaMethod main, Overloads overloads) {
  /** The shapes of a method; empty if it has a type that Java does not. */
  static Optional<MethodShapes> of(Member.Method method, JavaTypes types) {
    Optional<Parameter> retval =
        method.parameters().stream().filter(each -> each.has(Flag.RETVAL)).findFirst();
    List<Parameter> idlParameters =
        method.parameters().stream().filter(each -> !each.has(Flag.RETVAL)).toList();
    Optional<TypeName> result =
        retval.isPresent() ? types.content(retval.get()) : types.value(method.type());
    List<JavaParameter> parameters = parameters(idlParameters, types);
    if (result.isEmpty() || parameters.size() < idlParameters.size()) {
      return Optional.empty();
    }
    var counts = new Counts(method);
    var overloads = new Overloads(idlParameters, retval, counts);
    String name = JavaNames.method(method.name(), overloads.fewest(), parameters.size());
    var docs =
        new MethodDocs(
            DocText.of(method.docs(), types),
            "The method {@code " + method.name() + "}.",
            retval.map(Parameter::name),
            "the {@code " + retval.map(Parameter::type).orElse(method.type()).idlName() + "}",
            "");
    boolean isDeprecated = method.flags().contains(Member.Flag.DEPRECATED);
    var main =
        new JavaMethod(
            name, result.get(), parameters, Optional.empty(), Optional.empty(), docs, isDeprecated);
    return Optional.of(new MethodShapes(main, overloads));
  }

  /** The parameters in Java; fewer if one has a type that Java does not. */
  private static List<JavaParameter> parameters(List<Parameter> idlParameters, JavaTypes types) {
    List<JavaParameter> parameters = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : idlParameters) {
      String name = JavaNames.unique(JavaNames.variable(parameter.name()), taken);
      types
          .parameter(parameter)
          .map(type -> new JavaParameter(parameter.name(), name, type, fallback(parameter)))
          .ifPresent(parameters::add);
    }
    return parameters;
  }

  private static String fallback(Parameter parameter) {
    IdlType type = parameter.type();
    String direction =
        switch (parameter.direction()) {
          case IN -> "";
          case OUT -> "receives ";
          case INOUT -> "gives and receives ";
        };
    return direction + "the {@code " + type.idlName() + "}";
  }
}
