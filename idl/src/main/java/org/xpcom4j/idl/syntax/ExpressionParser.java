package org.xpcom4j.idl.syntax;

import java.math.BigInteger;
import java.util.Optional;
import org.xpcom4j.idl.syntax.Expression.Operator;

/** Parses the values of constants, by precedence climbing. */
final class ExpressionParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1000;
  private static final int MOST_DIGITS = 100;

  private final TokenReader reader;
  private int depth;
  private int length;

  ExpressionParser(TokenReader reader) {
    this.reader = reader;
  }

  Expression parse() throws SyntaxException {
    return parse(0);
  }

  private Expression parse(int loosest) throws SyntaxException {
    Expression left = operand();
    Optional<Operator> operator = operator();
    while (operator.isPresent() && precedence(operator.get()) >= loosest) {
      reader.next();
      Expression right = parse(precedence(operator.get()) + 1);
      left = new Expression.Operation(operator.get(), left, right);
      operator = operator();
    }
    return left;
  }

  private Expression operand() throws SyntaxException {
    if (depth > DEEPEST || length > LONGEST) {
      throw reader.unexpected("a shorter expression");
    }
    depth++;
    length++;
    try {
      return switch (reader.peek().kind()) {
        case NUMBER -> literal();
        case IDENTIFIER -> {
          Token token = reader.next();
          yield new Expression.Reference(new Name(token.text(), token.isEscaped(), token.span()));
        }
        case MINUS -> {
          Token sign = reader.next();
          Expression operand = operand();
          yield new Expression.Negation(operand, sign.span().to(operand.span()));
        }
        case OPEN_PAREN -> {
          reader.next();
          Expression inner = parse(0);
          reader.expect(TokenKind.CLOSE_PAREN, "");
          yield inner;
        }
        default -> throw reader.unexpected("a number, the name of a constant, or \"(\"");
      };
    } finally {
      depth--;
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
    return switch (reader.peek().kind()) {
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
