package org.xpcom4j.idl.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;

/** The Java methods of one IDL method: the one to implement, and those that make calls easier. */
final class MethodShapes {
  private static final TypeVariableName T = TypeVariableName.get("T", JavaTypes.SUPPORTS);

  private final Member.Method method;
  private final Optional<Parameter> retval;
  private final List<Parameter> idlParameters;
  private final JavaMethod main;

  private MethodShapes(
      Member.Method method,
      Optional<Parameter> retval,
      List<Parameter> idlParameters,
      JavaMethod main) {
    this.method = method;
    this.retval = retval;
    this.idlParameters = idlParameters;
    this.main = main;
  }

  /** The shapes of a method; empty if it has a type that Java does not. */
  static Optional<MethodShapes> of(Member.Method method, JavaTypes types) {
    Optional<Parameter> retval =
        method.parameters().stream().filter(each -> each.has(Flag.RETVAL)).findFirst();
    List<Parameter> idlParameters =
        method.parameters().stream().filter(each -> !each.has(Flag.RETVAL)).toList();
    Optional<TypeName> result =
        retval.isPresent() ? types.content(retval.get()) : types.value(method.type());
    List<JavaParameter> parameters = new ArrayList<>();
    for (Parameter parameter : idlParameters) {
      types
          .parameter(parameter)
          .ifPresent(
              type ->
                  parameters.add(
                      new JavaParameter(
                          parameter.name(),
                          JavaNames.variable(parameter.name()),
                          type,
                          fallback(parameter))));
    }
    if (result.isEmpty() || parameters.size() < idlParameters.size()) {
      return Optional.empty();
    }
    int most = parameters.size();
    String name = JavaNames.method(method.name(), most - trailingOptionals(idlParameters), most);
    var docs =
        new MethodDocs(
            DocText.of(method.docs()),
            "The method {@code " + method.name() + "}.",
            retval.map(Parameter::name),
            "the {@code " + retval.map(Parameter::type).orElse(method.type()).idlName() + "}",
            "");
    boolean isDeprecated = method.flags().contains(Member.Flag.DEPRECATED);
    var main =
        new JavaMethod(
            name, result.get(), parameters, Optional.empty(), Optional.empty(), docs, isDeprecated);
    return Optional.of(new MethodShapes(method, retval, idlParameters, main));
  }

  /** The method that components implement. */
  JavaMethod main() {
    return main;
  }

  /**
   * The overloads that call the main method.
   *
   * @param mainName how the main method is called
   */
  List<JavaMethod> overloads(String mainName) {
    List<JavaMethod> overloads = new ArrayList<>();
    Optional<Integer> iid = iidParameter();
    if (iid.isPresent()) {
      overloads.add(withText(mainName));
      if (retval.map(each -> !each.has(Flag.ARRAY)).orElse(true)) {
        overloads.add(withClass(mainName, iid.get()));
      }
    }
    withoutCounts(mainName).ifPresent(overloads::add);
    for (int dropped = 1; dropped <= trailingOptionals(idlParameters); dropped++) {
      overloads.add(withoutOptionals(mainName, dropped));
    }
    return overloads;
  }

  /** Which in parameter has the interface ID that another one, or the result, goes by. */
  private Optional<Integer> iidParameter() {
    Set<String> names = new TreeSet<>();
    method.parameters().forEach(each -> each.iidIs().ifPresent(names::add));
    for (int i = 0; i < idlParameters.size(); i++) {
      Parameter parameter = idlParameters.get(i);
      if (names.contains(parameter.name()) && isId(parameter)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isId(Parameter parameter) {
    return parameter.direction() == Direction.IN
        && !parameter.has(Flag.ARRAY)
        && parameter.type().is(Meaning.NSID);
  }

  private JavaMethod withText(String mainName) {
    List<JavaParameter> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < idlParameters.size(); i++) {
      JavaParameter parameter = main.parameters().get(i);
      boolean isId = isId(idlParameters.get(i));
      parameters.add(isId ? parameter.as(JavaTypes.STRING) : parameter);
      arguments.add(
          isId
              ? CodeBlock.of("$T.parseId($N)", JavaTypes.INTERFACES, parameter.name())
              : CodeBlock.of("$N", parameter.name()));
    }
    return overload(
        mainName,
        parameters,
        call(mainName, arguments),
        "IDs are given as text, with or without braces.");
  }

  private JavaMethod withClass(String mainName, int iid) {
    String iidName = idlParameters.get(iid).name();
    List<JavaParameter> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < idlParameters.size(); i++) {
      JavaParameter parameter = main.parameters().get(i);
      if (i == iid) {
        parameters.add(parameter.as(ParameterizedTypeName.get(ClassName.get(Class.class), T)));
        arguments.add(CodeBlock.of("$T.iid($N)", JavaTypes.INTERFACES, parameter.name()));
      } else {
        boolean goesById =
            idlParameters.get(i).iidIs().equals(Optional.of(iidName))
                && parameter.type().equals(JavaTypes.SUPPORTS);
        parameters.add(goesById ? parameter.as(T) : parameter);
        arguments.add(CodeBlock.of("$N", parameter.name()));
      }
    }
    CodeBlock call = call(mainName, arguments);
    boolean givesResult = retval.flatMap(Parameter::iidIs).equals(Optional.of(iidName));
    if (givesResult) {
      String type = main.parameters().get(iid).name();
      call = CodeBlock.of("$T.cast($L, $N)", JavaTypes.INTERFACES, call, type);
    }
    return new JavaMethod(
        mainName,
        givesResult ? T : main.result(),
        parameters,
        Optional.of(T),
        Optional.of(statement(call)),
        main.docs().withRemark("The interface is given by its Java type."),
        main.isDeprecated());
  }

  /** Without the counts that Java arrays and strings know themselves. */
  private Optional<JavaMethod> withoutCounts(String mainName) {
    List<JavaParameter> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < idlParameters.size(); i++) {
      JavaParameter parameter = main.parameters().get(i);
      Optional<CodeBlock> count = count(idlParameters.get(i));
      if (count.isEmpty()) {
        parameters.add(parameter);
      }
      arguments.add(count.orElse(CodeBlock.of("$N", parameter.name())));
    }
    return parameters.size() == arguments.size()
        ? Optional.empty()
        : Optional.of(
            overload(
                mainName,
                parameters,
                call(mainName, arguments),
                "The count is left out: the array or string knows it."));
  }

  private Optional<CodeBlock> count(Parameter count) {
    for (Parameter sized : method.parameters()) {
      if (!sized.sizeIs().equals(Optional.of(count.name()))) {
        continue;
      }
      if (sized.has(Flag.RETVAL) && count.direction() == Direction.OUT) {
        return Optional.of(CodeBlock.of("new long[1]"));
      }
      if (sized.direction() == Direction.IN && count.direction() == Direction.IN) {
        String name = JavaNames.variable(sized.name());
        return Optional.of(CodeBlock.of(sized.has(Flag.ARRAY) ? "$N.length" : "$N.length()", name));
      }
    }
    return Optional.empty();
  }

  private JavaMethod withoutOptionals(String mainName, int dropped) {
    int kept = idlParameters.size() - dropped;
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < idlParameters.size(); i++) {
      JavaParameter parameter = main.parameters().get(i);
      arguments.add(
          i < kept
              ? CodeBlock.of("$N", parameter.name())
              : CodeBlock.of("$L", absent(parameter.type())));
    }
    return overload(
        mainName,
        main.parameters().subList(0, kept),
        call(mainName, arguments),
        "Arguments that are left out are zero, false or null.");
  }

  private static String absent(TypeName type) {
    if (!type.isPrimitive()) {
      return "null";
    }
    if (type.equals(TypeName.BOOLEAN)) {
      return "false";
    }
    boolean isNarrow =
        type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
    return isNarrow ? "(" + type + ") 0" : "0";
  }

  private JavaMethod overload(
      String mainName, List<JavaParameter> parameters, CodeBlock call, String remark) {
    return new JavaMethod(
        mainName,
        main.result(),
        List.copyOf(parameters),
        Optional.empty(),
        Optional.of(statement(call)),
        main.docs().withRemark(remark),
        main.isDeprecated());
  }

  private static CodeBlock call(String mainName, List<CodeBlock> arguments) {
    return CodeBlock.of("$N($L)", mainName, CodeBlock.join(arguments, ", "));
  }

  private CodeBlock statement(CodeBlock call) {
    boolean isVoid = main.result().equals(TypeName.VOID);
    return CodeBlock.builder().addStatement(isVoid ? "$L" : "return $L", call).build();
  }

  private static int trailingOptionals(List<Parameter> parameters) {
    int count = 0;
    for (int i = parameters.size() - 1; i >= 0; i--) {
      Parameter parameter = parameters.get(i);
      if (!parameter.has(Flag.OPTIONAL) || parameter.direction() != Direction.IN) {
        return count;
      }
      count++;
    }
    return count;
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
