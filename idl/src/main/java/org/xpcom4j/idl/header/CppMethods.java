package org.xpcom4j.idl.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;

/** Finds the C++ methods of members. */
final class CppMethods {
  private static final String CONTEXT_TYPE = "JSContext* ";
  private static final String CONTEXT = "cx";

  private CppMethods() {}

  /** The methods of an interface in the order of the vtable. */
  static List<CppMethod> of(List<Member> members) {
    List<CppMethod> methods = new ArrayList<>();
    members.forEach(member -> methods.addAll(of(member)));
    return methods;
  }

  /** The methods of one member: none, or one, or the two of a writable attribute. */
  static List<CppMethod> of(Member member) {
    if (member instanceof Member.Method method) {
      return List.of(method(method));
    }
    if (member instanceof Member.Attribute attribute) {
      return attribute.isReadonly()
          ? List.of(getter(attribute))
          : List.of(getter(attribute), setter(attribute));
    }
    return List.of();
  }

  private static CppMethod getter(Member.Attribute attribute) {
    String type = CppTypes.out(attribute.type());
    return new CppMethod(
        attribute,
        attribute.flags(),
        CppNames.getter(attribute.name(), attribute.binaryName()),
        Optional.empty(),
        attributeParameters(attribute, type),
        inlineResult(attribute.flags(), attribute.type()));
  }

  private static CppMethod setter(Member.Attribute attribute) {
    return new CppMethod(
        attribute,
        attribute.flags(),
        CppNames.setter(attribute.name(), attribute.binaryName()),
        Optional.empty(),
        attributeParameters(attribute, CppTypes.in(attribute.type())),
        Optional.empty());
  }

  private static List<CppParameter> attributeParameters(Member.Attribute attribute, String type) {
    var value = new CppParameter(type, CppNames.attributeParameter(attribute.name()));
    return attribute.flags().contains(Flag.IMPLICIT_JSCONTEXT)
        ? List.of(new CppParameter(CONTEXT_TYPE, CONTEXT), value)
        : List.of(value);
  }

  private static CppMethod method(Member.Method method) {
    boolean isDirect = method.flags().contains(Flag.NOTXPCOM);
    boolean hasResult = !isDirect && !method.type().is(BuiltinType.VOID);
    return new CppMethod(
        method,
        method.flags(),
        CppNames.method(method.name(), method.binaryName()),
        isDirect ? Optional.of(CppTypes.in(method.type()).strip()) : Optional.empty(),
        parameters(method, hasResult),
        hasResult ? inlineResult(method.flags(), method.type()) : Optional.empty());
  }

  private static List<CppParameter> parameters(Member.Method method, boolean hasResult) {
    var names = new CppNames.Distinct();
    List<CppParameter> all = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      all.add(new CppParameter(CppTypes.of(parameter), names.add(parameter.name())));
    }
    // What scripts are told stands before the result, also where that is a declared parameter:
    // there callers that go by the typelib put it.
    int end = all.size() - (endsWithRetval(method) ? 1 : 0);
    if (method.flags().contains(Flag.OPTIONAL_ARGC)) {
      all.add(end, new CppParameter("uint8_t ", names.add("_argc")));
    }
    if (method.flags().contains(Flag.IMPLICIT_JSCONTEXT)) {
      all.add(end, new CppParameter(CONTEXT_TYPE, names.add(CONTEXT)));
    }
    if (hasResult) {
      all.add(new CppParameter(CppTypes.out(method.type()), names.add("_retval")));
    }
    if (all.size() == method.parameters().size()) {
      allowLeavingOut(method.parameters(), all);
    }
    return all;
  }

  private static boolean endsWithRetval(Member.Method method) {
    List<Parameter> parameters = method.parameters();
    return !parameters.isEmpty()
        && parameters.get(parameters.size() - 1).has(Parameter.Flag.RETVAL);
  }

  private static void allowLeavingOut(List<Parameter> parameters, List<CppParameter> all) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<String> value = defaultValue(parameters.get(i));
      if (value.isEmpty()) {
        return;
      }
      all.set(i, new CppParameter(all.get(i).type(), all.get(i).name(), value));
    }
  }

  /** A null pointer for results that nobody asks for, else what IDL says of plain values. */
  private static Optional<String> defaultValue(Parameter parameter) {
    if (parameter.direction() == Direction.OUT) {
      boolean canBeNull =
          parameter.has(Parameter.Flag.OPTIONAL) && CppTypes.out(parameter.type()).endsWith("*");
      return canBeNull ? Optional.of("nullptr") : Optional.empty();
    }
    boolean isPlain =
        parameter.direction() == Direction.IN
            && !parameter.has(Parameter.Flag.ARRAY)
            && isValue(parameter.type())
            && !parameter.type().is(BuiltinType.STRING)
            && !parameter.type().is(BuiltinType.WSTRING);
    return isPlain ? parameter.defaultValue() : Optional.empty();
  }

  private static boolean isValue(IdlType type) {
    return type.underlying() instanceof BuiltinType || type.underlying() instanceof CenumType;
  }

  private static Optional<String> inlineResult(Set<Flag> flags, IdlType type) {
    if (!flags.contains(Flag.INFALLIBLE) || !isValue(type)) {
      return Optional.empty();
    }
    String out = CppTypes.out(type);
    return Optional.of(out.substring(0, out.length() - 1).strip());
  }
}
