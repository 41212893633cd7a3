package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xpcom4j.idl.typelib.TypelibParameter.Flag;
import org.xpcom4j.idl.typelib.TypelibType.Array;
import org.xpcom4j.idl.typelib.TypelibType.InterfaceIs;
import org.xpcom4j.idl.typelib.TypelibType.SizedString;

/** One method as IDL would declare it. */
final class MethodText {
  private static final TypelibType NSRESULT = TypelibType.Simple.value(TypeTag.UINT32);

  /** What the two flags of attributes and the five of methods are called in IDL. */
  private static final Map<TypelibMethod.Flag, String> ATTRIBUTES =
      Map.of(
          TypelibMethod.Flag.NOTXPCOM, "notxpcom",
          TypelibMethod.Flag.CONSTRUCTOR, "constructor",
          TypelibMethod.Flag.HIDDEN, "noscript",
          TypelibMethod.Flag.OPTIONAL_ARGC, "optional_argc",
          TypelibMethod.Flag.IMPLICIT_JSCONTEXT, "implicit_jscontext");

  private MethodText() {}

  static String of(TypelibMethod method) {
    List<TypelibParameter> parameters = method.parameters();
    String type = TypeNames.of(method.result());
    if (hasResultCode(method)) {
      boolean hasType =
          !parameters.isEmpty() && isTypedResult(parameters.get(parameters.size() - 1));
      type = hasType ? TypeNames.of(parameters.get(parameters.size() - 1).type()) : "void";
      parameters = parameters.subList(0, parameters.size() - (hasType ? 1 : 0));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      texts.add(parameter(parameters.get(i), i));
    }
    String half =
        (method.has(TypelibMethod.Flag.GETTER) ? "/* getter */ " : "")
            + (method.has(TypelibMethod.Flag.SETTER) ? "/* setter */ " : "");
    return half
        + attributes(method)
        + type
        + " "
        + method.name()
        + "("
        + String.join(", ", texts)
        + ")";
  }

  static boolean hasResultCode(TypelibMethod method) {
    return method.result().equals(NSRESULT) && !method.has(TypelibMethod.Flag.NOTXPCOM);
  }

  /** The attributes in brackets, with a space behind them, or nothing. */
  static String attributes(TypelibMethod method) {
    List<String> attributes = new ArrayList<>();
    for (TypelibMethod.Flag flag : TypelibMethod.Flag.values()) {
      if (method.has(flag) && ATTRIBUTES.containsKey(flag)) {
        attributes.add(ATTRIBUTES.get(flag));
      }
    }
    return bracketed(attributes);
  }

  /** Whether the type of a parameter is all in its name. */
  static boolean isPlain(TypelibParameter parameter) {
    TypelibType type = parameter.type();
    return type.tag().isSimple() || type.tag() == TypeTag.INTERFACE;
  }

  /** Whether the parameter was made for the type of a method, and not declared as one. */
  private static boolean isTypedResult(TypelibParameter parameter) {
    Set<Flag> flags =
        parameter.type().tag().isStringClass()
            ? Set.of(Flag.IN, Flag.RETVAL, Flag.DIPPER)
            : Set.of(Flag.OUT, Flag.RETVAL);
    return parameter.flags().equals(flags) && isPlain(parameter);
  }

  private static String parameter(TypelibParameter parameter, int number) {
    List<String> attributes = new ArrayList<>();
    TypelibType type = parameter.type();
    while (type instanceof Array array) {
      attributes.add("array");
      addSizes(array.sizeIs(), array.lengthIs(), attributes);
      type = array.element();
    }
    if (type instanceof SizedString string) {
      addSizes(string.sizeIs(), string.lengthIs(), attributes);
    } else if (type instanceof InterfaceIs interfaceIs) {
      attributes.add("iid_is(p" + interfaceIs.parameter() + ")");
    }
    for (Flag flag : List.of(Flag.RETVAL, Flag.SHARED, Flag.OPTIONAL)) {
      if (parameter.has(flag)) {
        attributes.add(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    return bracketed(attributes) + direction(parameter) + " " + TypeNames.of(type) + " p" + number;
  }

  private static void addSizes(int sizeIs, int lengthIs, List<String> attributes) {
    attributes.add("size_is(p" + sizeIs + ")");
    if (lengthIs != sizeIs) {
      attributes.add("length_is(p" + lengthIs + ")");
    }
  }

  private static String direction(TypelibParameter parameter) {
    if (!parameter.has(Flag.OUT) && !parameter.has(Flag.DIPPER)) {
      return "in";
    }
    return parameter.has(Flag.IN) ? "inout" : "out";
  }

  private static String bracketed(List<String> attributes) {
    return attributes.isEmpty() ? "" : "[" + String.join(", ", attributes) + "] ";
  }
}
