package org.xpcom4j.idl.semantic;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Expression;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;

/**
 * Computes the constants of one interface, over unbounded integers. They may name each other in any
 * order, and constants of bases.
 */
final class ConstantEvaluator {
  /** No type has more than 64 bits; what goes far beyond is a mistake and could take forever. */
  private static final int MOST_BITS = 1024;

  private final Map<String, MemberDeclaration.Constant> own = new LinkedHashMap<>();
  private final Map<String, BigInteger> inherited = new LinkedHashMap<>();
  private final Map<String, Optional<BigInteger>> computed = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Diagnostics diagnostics;

  ConstantEvaluator(
      List<MemberDeclaration> members,
      Optional<InterfaceDefinition> base,
      Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (MemberDeclaration member : members) {
      if (member instanceof MemberDeclaration.Constant constant) {
        own.put(constant.name().text(), constant);
      }
    }
    Optional<InterfaceDefinition> each = base;
    while (each.isPresent()) {
      for (Member.Constant constant : each.get().constants()) {
        inherited.putIfAbsent(constant.name(), constant.value());
      }
      each = each.get().base();
    }
  }

  /** The value of one of the constants; empty after a diagnostic. */
  Optional<BigInteger> value(MemberDeclaration.Constant constant) {
    String name = constant.name().text();
    Optional<BigInteger> known = computed.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      return fail(constant.name().span(), "constant \"" + name + "\" is defined by itself");
    }
    Optional<BigInteger> value = evaluate(constant.value());
    open.remove(name);
    computed.put(name, value);
    return value;
  }

  private Optional<BigInteger> evaluate(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return limited(literal.span(), literal.value());
    }
    if (expression instanceof Expression.Reference reference) {
      return named(reference.name());
    }
    if (expression instanceof Expression.Negation negation) {
      return evaluate(negation.operand()).map(BigInteger::negate);
    }
    var operation = (Expression.Operation) expression;
    Optional<BigInteger> left = evaluate(operation.left());
    Optional<BigInteger> right = evaluate(operation.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return apply(operation, left.get(), right.get());
  }

  private Optional<BigInteger> apply(
      Expression.Operation operation, BigInteger left, BigInteger right) {
    Span span = operation.span();
    return switch (operation.operator()) {
      case OR -> Optional.of(left.or(right));
      case PLUS -> limited(span, left.add(right));
      case MINUS -> limited(span, left.subtract(right));
      case TIMES -> limited(span, left.multiply(right));
      case SHIFT_LEFT ->
          isShift(right) ? limited(span, left.shiftLeft(right.intValue())) : bad(span);
      case SHIFT_RIGHT ->
          isShift(right) ? limited(span, left.shiftRight(right.intValue())) : bad(span);
    };
  }

  private Optional<BigInteger> named(Name name) {
    MemberDeclaration.Constant constant = own.get(name.text());
    if (constant != null) {
      return value(constant);
    }
    BigInteger value = inherited.get(name.text());
    if (value != null) {
      return Optional.of(value);
    }
    Set<String> names = new HashSet<>(own.keySet());
    names.addAll(inherited.keySet());
    diagnostics.report(
        Diagnostic.error(
                Tag.CONSTANT,
                name.span(),
                "\"" + name + "\" is no constant of this interface or of its bases")
            .near(name.text(), names));
    return Optional.empty();
  }

  private static boolean isShift(BigInteger distance) {
    return distance.signum() >= 0 && distance.bitLength() <= 9;
  }

  private Optional<BigInteger> bad(Span span) {
    return fail(span, "shift distance is negative or too large");
  }

  private Optional<BigInteger> limited(Span span, BigInteger value) {
    return value.bitLength() <= MOST_BITS
        ? Optional.of(value)
        : fail(span, "value has more than " + MOST_BITS + " bits");
  }

  private Optional<BigInteger> fail(Span span, String message) {
    diagnostics.report(Diagnostic.error(Tag.CONSTANT, span, message));
    return Optional.empty();
  }
}
