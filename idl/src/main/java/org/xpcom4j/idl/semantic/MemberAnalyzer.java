package org.xpcom4j.idl.semantic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Expression;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.TypeName;

/** Gives the members of one interface their meaning. Empty results were reported. */
final class MemberAnalyzer {
  private static final FlagNames<Flag> FLAGS = new FlagNames<>(Flag.values());
  private static final int MOST_DIGITS = 40;
  private static final Set<String> WIDTHS = Set.of("8", "16", "32");

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
    if (type.isEmpty()) {
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
    Optional<BigInteger> value = constants.value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Span span = declaration.value().span();
    if (!isInRange(value.get(), builtin.least(), builtin.greatest(), span, builtin.idlName())) {
      return Optional.empty();
    }
    return Optional.of(
        new Member.Constant(
            name.text(), type.get(), value.get(), declaration.docs(), declaration.span()));
  }

  private boolean isInRange(
      BigInteger value, BigInteger least, BigInteger greatest, Span span, String type) {
    if (value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0) {
      return true;
    }
    String digits = value.toString();
    String shown =
        digits.length() <= MOST_DIGITS ? digits : digits.substring(0, MOST_DIGITS) + "...";
    diagnostics.report(
        Diagnostic.error(Tag.CONSTANT_RANGE, span, "value " + shown + " does not fit in " + type)
            .expected(least + " to " + greatest));
    return false;
  }

  Optional<CenumType> cenum(MemberDeclaration.Cenum declaration, String owner) {
    Name width = declaration.width();
    if (!WIDTHS.contains(width.text())) {
      diagnostics.report(
          Diagnostic.error(Tag.CENUM, width.span(), "an enumeration cannot have " + width + " bits")
              .expected("8, 16 or 32"));
      return Optional.empty();
    }
    int bits = Integer.parseInt(width.text());
    BigInteger greatest = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    List<CenumType.Entry> entries = new ArrayList<>();
    for (MemberDeclaration.Entry entry : declaration.entries()) {
      Span span = entry.value().map(Expression::span).orElse(entry.name().span());
      constants
          .value(entry.name())
          .filter(value -> isInRange(value, BigInteger.ZERO, greatest, span, bits + " bits"))
          .map(value -> new CenumType.Entry(entry.name().text(), value, entry.docs(), entry.span()))
          .ifPresent(entries::add);
    }
    return Optional.of(
        new CenumType(
            declaration.name().text(),
            owner,
            bits,
            entries,
            declaration.docs(),
            declaration.span()));
  }

  Optional<Member> attribute(MemberDeclaration.Attribute declaration) {
    var attributes =
        CheckedAttributes.of(declaration.attributes(), AttributeRules.ATTRIBUTE, diagnostics);
    Optional<IdlType> type = valueType(declaration.type(), "an attribute");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (!attributes.isEmpty()) {
      checkStringAttributes(declaration, attributes, type.get());
      Optional<ExtendedAttribute> infallible = attributes.find("infallible");
      if (infallible.isPresent()) {
        checkInfallible(infallible.get().name().span(), type.get());
      }
    }
    Set<Flag> flags = attributes.flags(FLAGS);
    if (isForScripts(flags)) {
      scope.checkForScripts(type.get(), declaration.type());
    }
    return Optional.of(
        new Member.Attribute(
            declaration.name().text(),
            type.get(),
            declaration.isReadonly(),
            flags,
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
    if (!(type.underlying() instanceof BuiltinType || type instanceof CenumType)) {
      diagnostics.report(
          Diagnostic.error(Tag.INFALLIBLE, span, "infallible attribute has no built-in type")
              .expected("a number or boolean, also by a typedef"));
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
        CheckedAttributes.of(declaration.attributes(), AttributeRules.METHOD, diagnostics);
    Set<Flag> flags = attributes.flags(FLAGS);
    boolean isForScripts = isForScripts(flags);
    Optional<IdlType> type = scope.type(declaration.type());
    if (isForScripts && type.isPresent()) {
      scope.checkForScripts(type.get(), declaration.type());
    }
    Optional<List<Parameter>> parameters =
        new ParameterAnalyzer(scope, declaration, isForScripts, constants, diagnostics).analyze();
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
            names(declaration.raises()),
            declaration.docs(),
            declaration.span()));
  }

  private boolean isForScripts(Set<Flag> flags) {
    return interfaceFlags.contains(InterfaceDefinition.Flag.SCRIPTABLE)
        && !flags.contains(Flag.NOSCRIPT)
        && !flags.contains(Flag.NOTXPCOM);
  }

  private static List<String> names(List<Name> written) {
    List<String> names = new ArrayList<>(written.size());
    for (Name name : written) {
      names.add(name.text());
    }
    return names;
  }

  private Optional<IdlType> valueType(TypeName name, String owner) {
    Optional<IdlType> type = scope.type(name);
    if (type.isPresent() && type.get().is(BuiltinType.VOID)) {
      diagnostics.report(
          Diagnostic.error(Tag.VOID, name.span(), "void cannot be the type of " + owner));
      return Optional.empty();
    }
    return type;
  }
}
