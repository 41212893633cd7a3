package org.xpcom4j.idl.semantic;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;

/** Gives the members of one interface their meaning. Empty results were reported. */
final class MemberAnalyzer {
  private final Scope scope;
  private final Set<InterfaceDefinition.Flag> interfaceFlags;
  private final ConstantEvaluator constants;
  private final Diagnostics diagnostics;

  MemberAnalyzer(
      Scope scope,
      Set<InterfaceDefinition.Flag> interfaceFlags,
      ConstantEvaluator constants,
      Diagnostics diagnostics) {
    this.scope = scope;
    this.interfaceFlags = interfaceFlags;
    this.constants = constants;
    this.diagnostics = diagnostics;
  }

  Optional<Member> constant(MemberDeclaration.Constant declaration) {
    Optional<IdlType> type = scope.type(declaration.type());
    Optional<BigInteger> value = constants.value(declaration);
    if (type.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    Name name = declaration.name();
    if (!(type.get().underlying() instanceof BuiltinType builtin && builtin.canBeConstant())) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.CONSTANT,
                  declaration.type().span(),
                  "constant \"" + name + "\" cannot have type " + declaration.type())
              .expected("short, long, unsigned short or unsigned long"));
      return Optional.empty();
    }
    if (value.get().compareTo(builtin.least()) < 0
        || value.get().compareTo(builtin.greatest()) > 0) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.CONSTANT_RANGE,
                  declaration.value().span(),
                  "value " + value.get() + " does not fit in " + declaration.type())
              .expected(builtin.least() + " to " + builtin.greatest()));
      return Optional.empty();
    }
    return Optional.of(
        new Member.Constant(
            name.text(), type.get(), value.get(), declaration.docs(), declaration.span()));
  }

  Optional<Member> attribute(MemberDeclaration.Attribute declaration) {
    var attributes =
        new CheckedAttributes(declaration.attributes(), AttributeRules.ATTRIBUTE, diagnostics);
    Optional<IdlType> type = valueType(declaration.type(), "an attribute");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    checkStringAttributes(declaration, attributes, type.get());
    attributes
        .find("infallible")
        .ifPresent(infallible -> checkInfallible(infallible.name().span(), type.get()));
    return Optional.of(
        new Member.Attribute(
            declaration.name().text(),
            type.get(),
            declaration.isReadonly(),
            flags(attributes),
            attributes.text("binaryname"),
            declaration.docs(),
            declaration.span()));
  }

  private void checkStringAttributes(
      MemberDeclaration.Attribute declaration, CheckedAttributes attributes, IdlType type) {
    for (String name : List.of("Null", "Undefined")) {
      Optional<ExtendedAttribute> attribute = attributes.find(name);
      if (attribute.isPresent() && (declaration.isReadonly() || !type.is(Meaning.DOMSTRING))) {
        diagnostics.report(
            Diagnostic.error(
                    Tag.ATTRIBUTE,
                    attribute.get().name().span(),
                    "\"" + name + "\" says nothing about this attribute")
                .expected("it only on writable attributes of type DOMString"));
      }
    }
  }

  private void checkInfallible(Span span, IdlType type) {
    if (!(type.underlying() instanceof BuiltinType)) {
      diagnostics.report(
          Diagnostic.error(Tag.INFALLIBLE, span, "infallible attribute has no built-in type"));
    }
    if (!interfaceFlags.contains(InterfaceDefinition.Flag.BUILTINCLASS)) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.INFALLIBLE, span, "infallible attribute of an interface that all implement")
              .expected("a builtinclass interface"));
    }
  }

  Optional<Member> method(MemberDeclaration.Method declaration) {
    var attributes =
        new CheckedAttributes(declaration.attributes(), AttributeRules.METHOD, diagnostics);
    Set<Flag> flags = flags(attributes);
    boolean isForScripts =
        interfaceFlags.contains(InterfaceDefinition.Flag.SCRIPTABLE)
            && !flags.contains(Flag.NOSCRIPT)
            && !flags.contains(Flag.NOTXPCOM);
    Optional<IdlType> type = scope.type(declaration.type());
    Optional<List<Parameter>> parameters =
        new ParameterAnalyzer(scope, declaration, isForScripts, diagnostics).analyze();
    if (type.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Member.Method(
            declaration.name().text(),
            type.get(),
            parameters.get(),
            flags,
            attributes.text("binaryname"),
            declaration.raises().stream().map(Name::text).toList(),
            declaration.docs(),
            declaration.span()));
  }

  private Optional<IdlType> valueType(Name name, String owner) {
    Optional<IdlType> type = scope.type(name);
    if (type.isPresent() && type.get().is(BuiltinType.VOID)) {
      diagnostics.report(
          Diagnostic.error(Tag.VOID, name.span(), "void cannot be the type of " + owner));
      return Optional.empty();
    }
    return type;
  }

  private static Set<Flag> flags(CheckedAttributes attributes) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      if (attributes.has(flag.name().toLowerCase(Locale.ROOT))) {
        flags.add(flag);
      }
    }
    return flags;
  }
}
