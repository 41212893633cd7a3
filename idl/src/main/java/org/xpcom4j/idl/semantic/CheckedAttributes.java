package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Value;

/** The extended attributes of one declaration; those that may not stand there are gone. */
final class CheckedAttributes {
  /** Most declarations have none. */
  private static final CheckedAttributes NONE =
      new CheckedAttributes(List.of(), AttributeRules.NATIVE, new Diagnostics());

  private final AttributeRules rules;
  private final Diagnostics diagnostics;
  private final List<ExtendedAttribute> accepted = new ArrayList<>();

  /** Checks what is written; reports what may not stand there. */
  static CheckedAttributes of(
      List<ExtendedAttribute> written, AttributeRules rules, Diagnostics diagnostics) {
    return written.isEmpty() ? NONE : new CheckedAttributes(written, rules, diagnostics);
  }

  private CheckedAttributes(
      List<ExtendedAttribute> written, AttributeRules rules, Diagnostics diagnostics) {
    this.rules = rules;
    this.diagnostics = diagnostics;
    for (ExtendedAttribute attribute : written) {
      if (isAcceptable(attribute)) {
        accepted.add(attribute);
      }
    }
  }

  // hot: FrontEndBenchmark
  boolean has(String name) {
    return find(name).isPresent();
  }

  Optional<ExtendedAttribute> find(String name) {
    for (ExtendedAttribute attribute : accepted) {
      if (attribute.is(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** All that may stand there, as they were written. */
  List<ExtendedAttribute> all() {
    return accepted;
  }

  /** Whether there are none, so that nothing need be looked for. */
  boolean isEmpty() {
    return accepted.isEmpty();
  }

  <E extends Enum<E>> Set<E> flags(FlagNames<E> names) {
    if (accepted.isEmpty()) {
      return Set.of();
    }
    Set<E> flags = Set.of();
    for (ExtendedAttribute attribute : accepted) {
      flags = names.with(flags, attribute.name().text());
    }
    return flags;
  }

  Optional<Value> value(String name) {
    Optional<ExtendedAttribute> found = find(name);
    return found.isEmpty() ? Optional.empty() : found.get().value();
  }

  Optional<String> text(String name) {
    Optional<Value> value = value(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
  }

  List<Value> values(String name) {
    List<Value> values = new ArrayList<>();
    for (ExtendedAttribute attribute : accepted) {
      if (attribute.is(name) && attribute.value().isPresent()) {
        values.add(attribute.value().get());
      }
    }
    return values;
  }

  private boolean isAcceptable(ExtendedAttribute attribute) {
    String name = attribute.name().text();
    AttributeRules.Rule rule = rules.rules().get(name);
    if (rule == null) {
      return refuse(
          Diagnostic.error(
                  Tag.ATTRIBUTE,
                  attribute.name().span(),
                  rules.place() + " has no attribute \"" + name + "\"")
              .near(name, new TreeSet<>(rules.rules().keySet())));
    }
    if (!hasRightValue(attribute, rule)) {
      return false;
    }
    if (rules.mayRepeat(name)) {
      return true;
    }
    Optional<ExtendedAttribute> before = find(name);
    if (before.isPresent()) {
      replace(before.get(), attribute);
    }
    return true;
  }

  /** What is said twice counts as it was said last. */
  private void replace(ExtendedAttribute before, ExtendedAttribute now) {
    accepted.remove(before);
    diagnostics.report(
        Diagnostic.warning(
                Tag.DUPLICATE, now.name().span(), "\"" + now.name() + "\" is given twice")
            .previous(before.name().span()));
  }

  private boolean hasRightValue(ExtendedAttribute attribute, AttributeRules.Rule rule) {
    String name = attribute.name().text();
    if (rule.forms().isEmpty()) {
      return attribute.value().isEmpty()
          || refuse(wrongValue(attribute, "\"" + name + "\" takes no value").hint(name));
    }
    if (attribute.value().isEmpty()) {
      return refuse(
          wrongValue(attribute, "\"" + name + "\" needs a value").expected(example(name, rule)));
    }
    Value value = attribute.value().get();
    boolean isRight =
        rule.forms().contains(value.form())
            && (rule.values().isEmpty() || rule.values().contains(value.text()));
    return isRight
        || refuse(
            wrongValue(attribute, "\"" + name + "\" has a value of the wrong kind")
                .expected(example(name, rule)));
  }

  private static String example(String name, AttributeRules.Rule rule) {
    if (!rule.values().isEmpty()) {
      return name + "(" + String.join("|", new TreeSet<>(rule.values())) + ")";
    }
    return name
        + switch (rule.forms().get(0)) {
          case NAME -> "(name)";
          case IID -> "(xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx), as uuidgen prints it";
          case NUMBER -> "(0)";
          case STRING -> "(\"@domain/module;1\")";
        };
  }

  private static Diagnostic wrongValue(ExtendedAttribute attribute, String message) {
    Span span = attribute.value().map(Value::span).orElse(attribute.name().span());
    Tag tag = attribute.is("uuid") ? Tag.UUID : Tag.ATTRIBUTE_VALUE;
    return Diagnostic.error(tag, span, message);
  }

  private boolean refuse(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
    return false;
  }
}
