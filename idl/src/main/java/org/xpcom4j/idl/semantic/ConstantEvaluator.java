package org.xpcom4j.idl.semantic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Expression;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;

/**
 * Computes the constants of one interface, over unbounded integers. They may name each other in any
 * order, and constants of bases. Works on a stack of its own: chains of constants may be long, and
 * expressions deep.
 */
final class ConstantEvaluator {
  /** No type has more than 64 bits; what goes far beyond is a mistake and could take forever. */
  private static final int MOST_BITS = 4096;

  private final Map<String, Pending> own = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, Optional<BigInteger>> computed = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Optional<InterfaceDefinition> base;
  private final Bases bases;
  private final Diagnostics diagnostics;

  /**
   * A constant that is to be computed.
   *
   * @param name its name
   * @param value how; if there is none, it is one more than the one before
   * @param before the one before, if there is one
   */
  private record Pending(Name name, Optional<Expression> value, Optional<Name> before) {}

  ConstantEvaluator(
      List<MemberDeclaration> members,
      Optional<InterfaceDefinition> base,
      Bases bases,
      Diagnostics diagnostics) {
    this.base = base;
    this.bases = bases;
    this.diagnostics = diagnostics;
    for (MemberDeclaration member : members) {
      if (member instanceof MemberDeclaration.Constant constant) {
        add(new Pending(constant.name(), Optional.of(constant.value()), Optional.empty()));
      } else if (member instanceof MemberDeclaration.Cenum cenum) {
        Optional<Name> before = Optional.empty();
        for (MemberDeclaration.Entry entry : cenum.entries()) {
          add(new Pending(entry.name(), entry.value(), before));
          before = Optional.of(entry.name());
        }
      } else if (member instanceof MemberDeclaration.Broken lost) {
        broken.add(lost.name().text());
      }
    }
  }

  private void add(Pending pending) {
    own.putIfAbsent(pending.name().text(), pending);
  }

  /** The value of one of the constants; empty after a diagnostic. */
  Optional<BigInteger> value(Name name) {
    Deque<Calculation> stack = new ArrayDeque<>();
    Optional<BigInteger> known = lookUp(name, stack);
    while (!stack.isEmpty()) {
      Calculation top = stack.peek();
      if (top.advance(stack)) {
        stack.pop();
        String done = top.pending.name().text();
        open.remove(done);
        computed.put(done, top.result());
      }
    }
    return known.isPresent() ? known : computed.getOrDefault(name.text(), Optional.empty());
  }

  /** A value that is known already, or nothing and something to do first on the stack. */
  private Optional<BigInteger> lookUp(Name name, Deque<Calculation> stack) {
    String text = name.text();
    Pending pending = own.get(text);
    if (pending == null) {
      Optional<BigInteger> inherited = bases.constant(base, text);
      if (inherited.isEmpty() && !broken.contains(text)) {
        reportUnknown(name);
      }
      return inherited;
    }
    Optional<BigInteger> known = computed.get(text);
    if (known != null) {
      return known;
    }
    if (open.add(text)) {
      stack.push(new Calculation(pending));
      return Optional.empty();
    }
    return fail(pending.name().span(), "constant \"" + text + "\" is defined by itself");
  }

  private void reportUnknown(Name name) {
    Diagnostic diagnostic =
        Diagnostic.error(
            Tag.CONSTANT,
            name.span(),
            "\"" + name + "\" is no constant of this interface or of its bases");
    diagnostics.report(withNear(diagnostic, name.text()));
  }

  private Diagnostic withNear(Diagnostic diagnostic, String name) {
    if (!diagnostics.wantsHints()) {
      return diagnostic;
    }
    Set<String> names = new TreeSet<>(own.keySet());
    names.addAll(bases.constantNames(base));
    return diagnostic.near(name, names);
  }

  /** Warns of a default that is no constant: in C++ it may be something all the same. */
  void checkDefault(ExtendedAttribute.Value value) {
    String name = value.text();
    boolean isKnown =
        value.form() != ExtendedAttribute.Form.NAME
            || name.equals("true")
            || name.equals("false")
            || own.containsKey(name)
            || broken.contains(name)
            || bases.constant(base, name).isPresent();
    if (!isKnown) {
      Diagnostic diagnostic =
          Diagnostic.warning(
              Tag.ATTRIBUTE_VALUE,
              value.span(),
              "default \"" + name + "\" is no constant of this interface or of its bases");
      diagnostics.report(withNear(diagnostic, name));
    }
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

  private static boolean isShift(BigInteger distance) {
    return distance.signum() >= 0 && distance.bitLength() <= 12;
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

  /** One constant on its way: its expression in postfix order, and the values so far. */
  private final class Calculation {
    private final Pending pending;
    private final List<Expression> steps;
    private final Deque<Optional<BigInteger>> values = new ArrayDeque<>();
    private int next;
    private boolean isWaiting;

    Calculation(Pending pending) {
      this.pending = pending;
      this.steps = pending.value().isEmpty() ? List.of() : postfix(pending.value().get());
    }

    /** Goes on; false if another constant on the stack has to be computed first. */
    boolean advance(Deque<Calculation> stack) {
      if (pending.value().isEmpty()) {
        return pending.before().isEmpty() || isComputed(pending.before().get(), stack);
      }
      while (next < steps.size()) {
        Expression step = steps.get(next);
        if (step instanceof Expression.Reference reference) {
          if (!isComputed(reference.name(), stack)) {
            return false;
          }
        } else {
          values.push(value(step));
        }
        next++;
      }
      return true;
    }

    /** Whether a constant has its value, which then is on top of the values. */
    private boolean isComputed(Name name, Deque<Calculation> stack) {
      if (isWaiting) {
        isWaiting = false;
        values.push(computed.getOrDefault(name.text(), Optional.empty()));
        return true;
      }
      int before = stack.size();
      Optional<BigInteger> value = lookUp(name, stack);
      if (stack.size() > before) {
        isWaiting = true;
        return false;
      }
      values.push(value);
      return true;
    }

    private Optional<BigInteger> value(Expression step) {
      if (step instanceof Expression.Literal literal) {
        return limited(literal.span(), literal.value());
      }
      Optional<BigInteger> last = values.pop();
      if (step instanceof Expression.Operation operation) {
        Optional<BigInteger> first = values.pop();
        return first.isEmpty() || last.isEmpty()
            ? Optional.empty()
            : apply(operation, first.get(), last.get());
      }
      return last.isEmpty() ? last : Optional.of(last.get().negate());
    }

    Optional<BigInteger> result() {
      if (pending.value().isPresent()) {
        return values.pop();
      }
      return pending.before().isEmpty()
          ? Optional.of(BigInteger.ZERO)
          : values.pop().map(before -> before.add(BigInteger.ONE));
    }

    private static List<Expression> postfix(Expression whole) {
      List<Expression> reversed = new ArrayList<>();
      Deque<Expression> open = new ArrayDeque<>();
      open.push(whole);
      while (!open.isEmpty()) {
        Expression each = open.pop();
        reversed.add(each);
        if (each instanceof Expression.Operation operation) {
          open.push(operation.left());
          open.push(operation.right());
        } else if (each instanceof Expression.Negation negation) {
          open.push(negation.operand());
        }
      }
      Collections.reverse(reversed);
      return reversed;
    }
  }
}
