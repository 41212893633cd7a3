package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Value;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.ParameterDeclaration;

/** Gives the parameters of one method their meaning, and checks what they say of each other. */
final class ParameterAnalyzer {
  private static final FlagNames<Flag> FLAGS = new FlagNames<>(Flag.values());

  private final Scope scope;
  private final MemberDeclaration.Method method;
  private final boolean isForScripts;
  private final ConstantEvaluator constants;
  private final Diagnostics diagnostics;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private boolean isComplete = true;

  ParameterAnalyzer(
      Scope scope,
      MemberDeclaration.Method method,
      boolean isForScripts,
      ConstantEvaluator constants,
      Diagnostics diagnostics) {
    this.scope = scope;
    this.constants = constants;
    this.method = method;
    this.isForScripts = isForScripts;
    this.diagnostics = diagnostics;
  }

  /** The parameters in order; empty if any of them had to be left out. */
  Optional<List<Parameter>> analyze() {
    if (method.parameters().isEmpty()) {
      return Optional.of(List.of());
    }
    List<CheckedAttributes> attributes = new ArrayList<>();
    for (ParameterDeclaration declaration : method.parameters()) {
      var checked =
          CheckedAttributes.of(declaration.attributes(), AttributeRules.PARAMETER, diagnostics);
      attributes.add(checked);
      if (hasFreeName(declaration.name())) {
        Optional<Parameter> parameter = parameter(declaration, checked);
        if (parameter.isPresent()) {
          byName.put(parameter.get().name(), parameter.get());
        } else {
          isComplete = false;
        }
      }
    }
    for (int i = 0; i < attributes.size(); i++) {
      if (!attributes.get(i).isEmpty()) {
        check(method.parameters().get(i), attributes.get(i));
      }
    }
    return isComplete ? Optional.of(new ArrayList<>(byName.values())) : Optional.empty();
  }

  private boolean hasFreeName(Name name) {
    if (byName.containsKey(name.text())) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.DUPLICATE, name.span(), "parameter \"" + name + "\" is declared twice")
              .previous(first(name.text())));
      return false;
    }
    if (!name.escaped() && BuiltinType.find(name.text()).isPresent()) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.BUILT_IN_NAME, name.span(), "\"" + name + "\" is the name of a built-in type")
              .hint("_" + name));
      return false;
    }
    return true;
  }

  /** Where the first parameter of a name has it. */
  private Span first(String name) {
    return method.parameters().stream()
        .map(ParameterDeclaration::name)
        .filter(each -> each.text().equals(name))
        .findFirst()
        .orElseThrow()
        .span();
  }

  private Optional<Parameter> parameter(
      ParameterDeclaration declaration, CheckedAttributes attributes) {
    Optional<IdlType> type = scope.type(declaration.type());
    if (type.isPresent() && type.get().is(BuiltinType.VOID)) {
      report(Tag.VOID, declaration.type().span(), "void cannot be the type of a parameter");
      return Optional.empty();
    }
    if (isForScripts && type.isPresent() && !attributes.has("iid_is")) {
      scope.checkForScripts(type.get(), declaration.type());
    }
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(parameter(declaration, attributes, type.get()));
  }

  private static Parameter parameter(
      ParameterDeclaration declaration, CheckedAttributes attributes, IdlType type) {
    return new Parameter(
        declaration.name().text(),
        direction(declaration),
        type,
        attributes.flags(FLAGS),
        attributes.text("size_is"),
        attributes.text("iid_is"),
        attributes.text("default"),
        declaration.span());
  }

  private static Direction direction(ParameterDeclaration declaration) {
    return switch (declaration.direction()) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> Direction.INOUT;
    };
  }

  private void check(ParameterDeclaration declaration, CheckedAttributes attributes) {
    Parameter parameter = byName.get(declaration.name().text());
    if (parameter == null) {
      return;
    }
    for (ExtendedAttribute attribute : attributes.all()) {
      check(attribute, declaration, parameter);
    }
    if (isForScripts && parameter.has(Flag.ARRAY) && !attributes.has("size_is")) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.ARRAY,
                  declaration.name().span(),
                  "array \"" + declaration.name() + "\" has no length")
              .expected("[array, size_is(count)] with a parameter \"count\" of unsigned long"));
    }
  }

  private void check(
      ExtendedAttribute attribute, ParameterDeclaration declaration, Parameter parameter) {
    Span span = attribute.name().span();
    switch (attribute.name().text()) {
      case "size_is" -> checkSizeIs(attribute.value().orElseThrow());
      case "iid_is" -> checkIidIs(attribute.value().orElseThrow());
      case "retval" -> checkRetval(declaration, span, parameter);
      case "shared" -> checkShared(span, parameter);
      case "octets" -> checkOctets(span, parameter.type());
      case "default" -> constants.checkDefault(attribute.value().orElseThrow());
      case "Null", "Undefined" -> {
        if (!parameter.type().is(Meaning.DOMSTRING)) {
          reportNoDomString(attribute.name());
        }
      }
      default -> {}
    }
  }

  private void reportNoDomString(Name attribute) {
    diagnostics.report(
        Diagnostic.error(
                Tag.ATTRIBUTE,
                attribute.span(),
                "\"" + attribute + "\" says nothing about this parameter")
            .expected("it only on parameters of type DOMString"));
  }

  private void checkSizeIs(Value value) {
    Parameter count = named(value, "size_is", Tag.SIZE_IS);
    if (count != null && !count.type().is(BuiltinType.UNSIGNED_LONG)) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.SIZE_IS,
                  value.span(),
                  "size_is names \"" + value.text() + "\", which is no unsigned long")
              .previous(count.span()));
    }
  }

  private void checkIidIs(Value value) {
    Parameter iid = named(value, "iid_is", Tag.IID_IS);
    if (iid != null && !iid.type().is(Meaning.NSID)) {
      diagnostics.report(
          problem(
                  isForScripts,
                  Tag.IID_IS,
                  value.span(),
                  "iid_is names \"" + value.text() + "\", which is no interface ID")
              .expected("a parameter of type nsIIDRef")
              .previous(iid.span()));
    }
  }

  /** The parameter that a value names; null after a diagnostic, or if it had errors itself. */
  private @Nullable Parameter named(Value value, String attribute, Tag tag) {
    Parameter parameter = byName.get(value.text());
    if (parameter == null && !isWritten(value.text())) {
      Diagnostic diagnostic =
          problem(
              tag == Tag.SIZE_IS || isForScripts,
              tag,
              value.span(),
              attribute
                  + " names \""
                  + value.text()
                  + "\", which is not a parameter of "
                  + method.name());
      diagnostics.report(hint(diagnostic, attribute, tag, value.text()));
    }
    return parameter;
  }

  private boolean isWritten(String name) {
    for (ParameterDeclaration declaration : method.parameters()) {
      if (declaration.name().text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** An error where wrong code would come out, else a warning. */
  private static Diagnostic problem(boolean isError, Tag tag, Span span, String message) {
    return isError ? Diagnostic.error(tag, span, message) : Diagnostic.warning(tag, span, message);
  }

  /** With one parameter of the right type there is nothing to guess. */
  private Diagnostic hint(Diagnostic diagnostic, String attribute, Tag tag, String written) {
    if (!diagnostics.wantsHints()) {
      return diagnostic;
    }
    List<String> fitting =
        byName.values().stream()
            .filter(
                each ->
                    tag == Tag.IID_IS
                        ? each.type().is(Meaning.NSID)
                        : each.type().is(BuiltinType.UNSIGNED_LONG))
            .map(Parameter::name)
            .toList();
    return fitting.size() == 1
        ? diagnostic.hint(attribute + "(" + fitting.get(0) + ")")
        : diagnostic.near(written, fitting);
  }

  private void checkRetval(ParameterDeclaration declaration, Span span, Parameter parameter) {
    List<ParameterDeclaration> all = method.parameters();
    if (declaration.span().start() < all.get(all.size() - 1).span().start()) {
      report(Tag.RETVAL, span, "retval is not on the last parameter of " + method.name());
    } else if (parameter.direction() != Direction.OUT) {
      diagnostics.report(
          problem(
                  isForScripts,
                  Tag.RETVAL,
                  span,
                  "retval is on an " + declaration.direction() + " parameter")
              .hint("[retval] out " + declaration.type() + " " + declaration.name()));
    } else if (!method.type().text().equals("void")) {
      diagnostics.report(
          problem(
                  isForScripts,
                  Tag.RETVAL,
                  span,
                  method.name() + " has a retval parameter and returns " + method.type())
              .hint("void " + method.name() + "(...)"));
    }
  }

  private void checkShared(Span span, Parameter parameter) {
    IdlType type = parameter.type();
    boolean isPointer =
        type.is(BuiltinType.STRING)
            || type.is(BuiltinType.WSTRING)
            || type.underlying() instanceof NativeType;
    if (parameter.direction() != Direction.OUT || !isPointer) {
      diagnostics.report(
          Diagnostic.error(Tag.SHARED, span, "shared value is no out pointer")
              .expected("an out parameter of type string, wstring or a native type"));
    }
  }

  private void checkOctets(Span span, IdlType type) {
    if (!type.is(Meaning.CSTRING)) {
      diagnostics.report(
          Diagnostic.error(Tag.OCTETS, span, "octets are not of type ACString")
              .expected("[octets] only on a parameter of type ACString"));
    }
  }

  private void report(Tag tag, Span span, String message) {
    diagnostics.report(Diagnostic.error(tag, span, message));
  }
}
