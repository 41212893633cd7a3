package org.xpcom4j.idl.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows between which neighbours on a line a space stands. */
final class Spacing {
  private static final Set<String> OPERATORS = Set.of("|", "<<", ">>", "+", "-", "*");
  private static final Set<String> NEVER_BEFORE = Set.of(",", ";", ")", "]");
  private static final Set<String> NEVER_AFTER = Set.of("(", "[");
  private static final Set<String> ANGLES = Set.of("<", ">", ">>");

  private @Nullable Lexeme last;
  private boolean isUnary;
  private boolean isExpression;

  /** Takes the next lexeme of a statement; tells whether a space stands before it. */
  boolean next(Lexeme lexeme) {
    Lexeme before = last;
    boolean space = before != null && hasSpace(before, lexeme);
    if (!lexeme.isComment()) {
      isUnary = lexeme.is("-") && isExpression && (before == null || expectsValue(before));
      isExpression = lexeme.is("=") || (isExpression && !lexeme.is(";"));
    }
    last = lexeme;
    return space;
  }

  /** Whether the lexeme that was taken last is an operator between two values. */
  boolean isAtOperator() {
    Lexeme now = last;
    return isExpression && !isUnary && now != null && isOperator(now);
  }

  private boolean hasSpace(Lexeme before, Lexeme lexeme) {
    if (isOneOf(lexeme, NEVER_BEFORE) || isOneOf(before, NEVER_AFTER) || isUnary) {
      return false;
    }
    if (!isExpression && (isOneOf(lexeme, ANGLES) || before.is("<"))) {
      return false;
    }
    if (lexeme.is("(") && !isExpression) {
      return before.isComment() || before.isWord("raises");
    }
    return true;
  }

  private static boolean expectsValue(Lexeme before) {
    return before.is("=") || before.is("(") || isOperator(before);
  }

  private static boolean isOperator(Lexeme lexeme) {
    return isOneOf(lexeme, OPERATORS);
  }

  private static boolean isOneOf(Lexeme lexeme, Set<String> signs) {
    return lexeme.kind() == Lexeme.Kind.SIGN && signs.contains(lexeme.text());
  }
}
