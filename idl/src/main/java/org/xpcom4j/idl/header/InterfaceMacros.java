package org.xpcom4j.idl.header;

import java.util.List;
import java.util.function.Function;
import org.xpcom4j.idl.header.CppMethod.Place;
import org.xpcom4j.idl.model.InterfaceDefinition;

/** Writes the macros with which C++ classes declare and forward the members of an interface. */
final class InterfaceMacros {
  private final InterfaceDefinition definition;
  private final List<CppMethod> methods;
  private final StringBuilder out;

  InterfaceMacros(InterfaceDefinition definition, StringBuilder out) {
    this.definition = definition;
    this.methods = CppMethods.of(definition.members());
    this.out = out;
  }

  void write() {
    macro(
        "/* Declares the members in a class that implements the interface. */",
        "NS_DECL_%s",
        method -> using(method) + overriding(method) + ";");
    macro(
        "/* Declares the members in a class that has them without being the interface. */",
        "NS_DECL_NON_VIRTUAL_%s",
        method -> method.declaration(Place.MEMBER) + ";");
    macro(
        "/* Defines the members by passing each call on to _to, as in NS_FORWARD_X(mInner->). */",
        "NS_FORWARD_%s(_to)",
        method -> using(method) + overriding(method) + " { return _to " + method.call() + "; }");
    macro(
        "/* Likewise for a pointer that may be null. Members that return no nsresult are only\n"
            + "   declared: the class says what they give then. */",
        "NS_FORWARD_SAFE_%s(_to)",
        method -> using(method) + overriding(method) + safeBody(method));
  }

  private void macro(String comment, String name, Function<CppMethod, String> line) {
    out.append('\n').append(comment).append("\n#define ");
    out.append(name.formatted(CppNames.macroSuffix(definition.name())));
    if (methods.isEmpty()) {
      out.append(" \\\n  /* no methods! */");
    }
    for (CppMethod method : methods) {
      out.append(" \\\n  ").append(line.apply(method));
    }
    out.append('\n');
  }

  private static String overriding(CppMethod method) {
    return method.declaration(Place.VIRTUAL) + " override";
  }

  private static String safeBody(CppMethod method) {
    return method.returnsNsresult()
        ? " { return !_to ? NS_ERROR_NULL_POINTER : _to->" + method.call() + "; }"
        : ";";
  }

  /** An overriding method would hide the overload of the interface. */
  private String using(CppMethod method) {
    return method.hasInlineForm() ? "using " + definition.name() + "::" + method.name() + "; " : "";
  }
}
