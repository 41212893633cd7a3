package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.source.Span;

/** Turns the body of an interface into what its typelib says. */
final class BodyBuilder {
  private static final TypelibType NSRESULT = TypelibType.Simple.value(TypeTag.UINT32);

  private static final Map<InterfaceDefinition.Flag, InterfaceBody.Flag> INTERFACE_FLAGS =
      Map.of(
          InterfaceDefinition.Flag.SCRIPTABLE,
          InterfaceBody.Flag.SCRIPTABLE,
          InterfaceDefinition.Flag.FUNCTION,
          InterfaceBody.Flag.FUNCTION,
          InterfaceDefinition.Flag.BUILTINCLASS,
          InterfaceBody.Flag.BUILTINCLASS,
          InterfaceDefinition.Flag.MAIN_PROCESS_SCRIPTABLE_ONLY,
          InterfaceBody.Flag.MAIN_PROCESS_SCRIPTABLE_ONLY);

  private static final Map<Member.Flag, TypelibMethod.Flag> METHOD_FLAGS =
      Map.of(
          Member.Flag.NOTXPCOM,
          TypelibMethod.Flag.NOTXPCOM,
          Member.Flag.NOSCRIPT,
          TypelibMethod.Flag.HIDDEN,
          Member.Flag.OPTIONAL_ARGC,
          TypelibMethod.Flag.OPTIONAL_ARGC,
          Member.Flag.IMPLICIT_JSCONTEXT,
          TypelibMethod.Flag.IMPLICIT_JSCONTEXT);

  private static final Map<Parameter.Flag, TypelibParameter.Flag> PARAMETER_FLAGS =
      Map.of(
          Parameter.Flag.RETVAL,
          TypelibParameter.Flag.RETVAL,
          Parameter.Flag.SHARED,
          TypelibParameter.Flag.SHARED,
          Parameter.Flag.OPTIONAL,
          TypelibParameter.Flag.OPTIONAL);

  private final List<TypelibMethod> methods = new ArrayList<>();
  private final List<TypelibConstant> constants = new ArrayList<>();

  private BodyBuilder() {}

  static InterfaceBody body(InterfaceDefinition definition) {
    var builder = new BodyBuilder();
    for (Member member : definition.members()) {
      if (member instanceof Member.Constant constant) {
        builder.addConstant(constant);
      } else if (member instanceof CenumType cenum) {
        builder.addEntries(cenum);
      } else if (member instanceof Member.Attribute attribute) {
        builder.addAttribute(attribute);
      } else if (member instanceof Member.Method method) {
        builder.addMethod(method);
      }
    }
    checkCount(
        builder.methods.size(), InterfaceBody.MOST_MEMBERS, "vtable entries", definition.span());
    checkCount(
        builder.constants.size(), InterfaceBody.MOST_MEMBERS, "constants", definition.span());
    return new InterfaceBody(
        definition.base().isEmpty()
            ? Optional.empty()
            : Optional.of(definition.base().get().name()),
        builder.methods,
        builder.constants,
        translate(definition.flags(), INTERFACE_FLAGS, InterfaceBody.Flag.class));
  }

  private void addConstant(Member.Constant constant) {
    TypelibType type = TypeMapping.type(constant.type());
    constants.add(
        new TypelibConstant(constant.name(), type.tag(), constant.value().longValueExact()));
  }

  /** Typelibs know enumerations only as constants, of which none has 8 bits. */
  private void addEntries(CenumType cenum) {
    TypeTag tag = cenum.width() > Short.SIZE ? TypeTag.UINT32 : TypeTag.UINT16;
    for (CenumType.Entry entry : cenum.entries()) {
      constants.add(new TypelibConstant(entry.name(), tag, entry.value().longValueExact()));
    }
  }

  private void addAttribute(Member.Attribute attribute) {
    TypelibType type = TypeMapping.type(attribute.type());
    methods.add(half(attribute, TypelibMethod.Flag.GETTER, result(type)));
    if (!attribute.isReadonly()) {
      var value = new TypelibParameter(Set.of(TypelibParameter.Flag.IN), type);
      methods.add(half(attribute, TypelibMethod.Flag.SETTER, value));
    }
  }

  /** Getter or setter. Of what an attribute may be, only these two flags concern callers. */
  private static TypelibMethod half(
      Member.Attribute attribute, TypelibMethod.Flag half, TypelibParameter value) {
    Set<TypelibMethod.Flag> flags = EnumSet.of(half);
    if (attribute.flags().contains(Member.Flag.NOSCRIPT)) {
      flags.add(TypelibMethod.Flag.HIDDEN);
    }
    if (attribute.flags().contains(Member.Flag.IMPLICIT_JSCONTEXT)) {
      flags.add(TypelibMethod.Flag.IMPLICIT_JSCONTEXT);
    }
    return new TypelibMethod(attribute.name(), flags, List.of(value), NSRESULT);
  }

  private void addMethod(Member.Method method) {
    List<TypelibParameter> parameters = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      parameters.add(parameter(parameter, method.parameters()));
    }
    IdlType type = method.type();
    boolean isNotXpcom = method.flags().contains(Member.Flag.NOTXPCOM);
    if (!isNotXpcom && !type.is(BuiltinType.VOID)) {
      parameters.add(result(TypeMapping.type(type)));
    }
    checkCount(parameters.size(), TypelibMethod.MOST_PARAMETERS, "parameters", method.span());
    methods.add(
        new TypelibMethod(
            method.name(),
            translate(method.flags(), METHOD_FLAGS, TypelibMethod.Flag.class),
            parameters,
            isNotXpcom ? TypeMapping.type(type) : NSRESULT));
  }

  /** The value of a getter, or what a method with a type returns. */
  private static TypelibParameter result(TypelibType type) {
    Set<TypelibParameter.Flag> flags = EnumSet.of(TypelibParameter.Flag.RETVAL);
    if (type.tag().isStringClass()) {
      flags.add(TypelibParameter.Flag.IN);
      flags.add(TypelibParameter.Flag.DIPPER);
    } else {
      flags.add(TypelibParameter.Flag.OUT);
    }
    return new TypelibParameter(flags, type);
  }

  private static TypelibParameter parameter(Parameter parameter, List<Parameter> all) {
    TypelibType type = TypeMapping.type(parameter, all);
    Set<TypelibParameter.Flag> flags =
        translate(parameter.flags(), PARAMETER_FLAGS, TypelibParameter.Flag.class);
    if (parameter.direction() != Direction.OUT) {
      flags.add(TypelibParameter.Flag.IN);
    }
    if (parameter.direction() != Direction.IN) {
      flags.add(
          type.tag().isStringClass() ? TypelibParameter.Flag.DIPPER : TypelibParameter.Flag.OUT);
    }
    return new TypelibParameter(flags, type);
  }

  private static <F extends Enum<F>, T extends Enum<T>> Set<T> translate(
      Set<F> flags, Map<F, T> table, Class<T> type) {
    Set<T> translated = EnumSet.noneOf(type);
    for (F flag : flags) {
      T known = table.get(flag);
      if (known != null) {
        translated.add(known);
      }
    }
    return translated;
  }

  private static void checkCount(int count, int most, String what, Span span) {
    if (count > most) {
      throw new TypelibLimitException(
          Diagnostic.error(Tag.TYPELIB, span, count + " " + what + " do not fit in a typelib")
              .expected(most + " at most"));
    }
  }
}
