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
    Optional<Parameter> retval = Optional.empty();
    List<Parameter> idlParameters = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      if (!parameter.has(Flag.RETVAL)) {
        idlParameters.add(parameter);
      } else if (retval.isEmpty()) {
        retval = Optional.of(parameter);
      }
    }
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
            retval.isEmpty() ? Optional.empty() : Optional.of(retval.get().name()),
            "the {@code "
                + (retval.isEmpty() ? method.type() : retval.get().type()).idlName()
                + "}",
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
      Optional<TypeName> type = types.parameter(parameter);
      if (type.isPresent()) {
        parameters.add(new JavaParameter(parameter.name(), name, type.get(), fallback(parameter)));
      }
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
