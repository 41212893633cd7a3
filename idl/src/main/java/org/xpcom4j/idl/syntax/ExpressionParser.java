package org.xpcom4j.idl.syntax;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Expression.Operator;

/**
 * Parses the values of constants, by operator precedence with two stacks of its own: however deep an
 * expression is, the stack of the thread does not grow. The expression that comes out may be deep;
 * who walks over it must see to the same.
 */
final class ExpressionParser {
  private static final int MOST_DIGITS = 1000;

  private final TokenReader reader;
  private final Deque<Expression> operands = new ArrayDeque<>();
  private final Deque<Open> open = new ArrayDeque<>();

  ExpressionParser(TokenReader reader) {
    this.reader = reader;
  }

  /**
   * What waits for its right side: an operator, or with none a parenthesis or a sign.
   *
   * @param token the token
   * @param operator what is done to two values
   */
  private record Open(Token token, Optional<Operator> operator) {
    boolean is(TokenKind kind) {
      return operator.isEmpty() && token.kind() == kind;
    }

    boolean bindsAtLeast(int precedence) {
      return operator.isPresent() ? precedence(operator.get()) >= precedence : is(TokenKind.MINUS);
    }
  }

  Expression parse() throws SyntaxException {
    int parentheses = 0;
    while (true) {
      parentheses += operand();
      while (parentheses > 0 && reader.isAt(TokenKind.CLOSE_PAREN)) {
        closeParenthesis();
        parentheses--;
      }
      Optional<Operator> operator = operator();
      if (operator.isEmpty()) {
        break;
      }
      reduce(precedence(operator.get()));
      open.push(new Open(reader.next(), operator));
    }
    if (parentheses > 0) {
      throw reader.unexpected("an operator or \")\"");
    }
    reduce(0);
    return operands.pop();
  }

  /** Takes signs, opening parentheses and a value; returns the number of parentheses. */
  private int operand() throws SyntaxException {
    int parentheses = 0;
    while (reader.isAt(TokenKind.MINUS) || reader.isAt(TokenKind.OPEN_PAREN)) {
      if (reader.isAt(TokenKind.OPEN_PAREN)) {
        parentheses++;
      }
      open.push(new Open(reader.next(), Optional.empty()));
    }
    operands.push(
        switch (reader.kind()) {
          case NUMBER -> literal();
          case IDENTIFIER -> {
            Token token = reader.next();
            yield new Expression.Reference(new Name(token.text(), token.isEscaped(), token.span()));
          }
          default -> throw reader.unexpected("a number, the name of a constant, or \"(\"");
        });
    return parentheses;
  }

  private void closeParenthesis() {
    reduce(0);
    open.pop();
    reader.next();
  }

  /** Finishes what binds at least that tightly, back to the last open parenthesis. */
  private void reduce(int precedence) {
    while (!open.isEmpty() && open.peek().bindsAtLeast(precedence)) {
      Open last = open.pop();
      Expression right = operands.pop();
      if (last.operator().isPresent()) {
        Expression left = operands.pop();
        Span span = left.span().to(right.span());
        operands.push(new Expression.Operation(last.operator().get(), left, right, span));
      } else {
        operands.push(new Expression.Negation(right, last.token().span().to(right.span())));
      }
    }
  }

  private Expression literal() throws SyntaxException {
    if (reader.peek().text().length() > MOST_DIGITS) {
      throw reader.unexpected("a shorter number");
    }
    Token token = reader.next();
    String digits = token.text();
    boolean isHex = digits.startsWith("0x") || digits.startsWith("0X");
    BigInteger value = isHex ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    return new Expression.Literal(value, token.span());
  }

  private Optional<Operator> operator() {
    return switch (reader.kind()) {
      case OR -> Optional.of(Operator.OR);
      case SHIFT_LEFT -> Optional.of(Operator.SHIFT_LEFT);
      case SHIFT_RIGHT -> Optional.of(Operator.SHIFT_RIGHT);
      case PLUS -> Optional.of(Operator.PLUS);
      case MINUS -> Optional.of(Operator.MINUS);
      case TIMES -> Optional.of(Operator.TIMES);
      default -> Optional.empty();
    };
  }

  private static int precedence(Operator operator) {
    return switch (operator) {
      case OR -> 0;
      case SHIFT_LEFT, SHIFT_RIGHT -> 1;
      case PLUS, MINUS -> 2;
      case TIMES -> 3;
    };
  }
}
