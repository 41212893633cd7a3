package org.xpcom4j.idl.syntax;

import java.math.BigInteger;
import org.xpcom4j.idl.source.Span;

/** The value of a constant, not yet computed. */
public sealed interface Expression {
  /** {@return where it stands} */
  Span span();

  /**
   * A number.
   *
   * @param value the number
   * @param span where it stands
   */
  record Literal(BigInteger value, Span span) implements Expression {}

  /**
   * Another constant.
   *
   * @param name its name
   */
  record Reference(Name name) implements Expression {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /**
   * A sign change.
   *
   * @param operand what is negated
   * @param span sign and operand
   */
  record Negation(Expression operand, Span span) implements Expression {}

  /**
   * Two values and what is done to them.
   *
   * @param operator what is done
   * @param left the first value
   * @param right the second value
   * @param span from the first value to the second
   */
  record Operation(Operator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /** What can be done to two values; a later one binds at least as tightly as an earlier one. */
  enum Operator {
    /** {@code |}. */
    OR,
    /** {@code <<}. */
    SHIFT_LEFT,
    /** {@code >>}. */
    SHIFT_RIGHT,
    /** {@code +}. */
    PLUS,
    /** {@code -}. */
    MINUS,
    /** {@code *}. */
    TIMES
  }
}
