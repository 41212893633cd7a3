package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.Span;

/** Walks over the tokens of a file; knows how to complain about the one at hand. */
final class TokenReader {
  private final Token[] tokens;
  private final Diagnostics diagnostics;
  private int at;
  private int reported = -1;

  TokenReader(List<Token> tokens, Diagnostics diagnostics) {
    this.tokens = tokens.toArray(Token[]::new);
    this.diagnostics = diagnostics;
  }

  Token peek() {
    return tokens[at];
  }

  /** A token further on; the end of the file goes on for ever. */
  Token peek(int distance) {
    return tokens[Math.min(at + distance, tokens.length - 1)];
  }

  /** What stands behind the bracket at hand and the one that closes it. */
  TokenKind kindBehindAttributes() {
    int behind = at + 1;
    while (behind < tokens.length - 1 && tokens[behind - 1].kind() != TokenKind.CLOSE_BRACKET) {
      behind++;
    }
    return tokens[behind].kind();
  }

  boolean isAt(TokenKind kind) {
    return tokens[at].kind() == kind;
  }

  int index() {
    return at;
  }

  Token next() {
    Token token = peek();
    if (token.kind() != TokenKind.END) {
      at++;
    }
    return token;
  }

  boolean skip(TokenKind kind) {
    boolean there = isAt(kind);
    if (there) {
      next();
    }
    return there;
  }

  /** Skips a closing angle bracket, also the first of two that were read as a shift. */
  boolean skipGreater() {
    if (isAt(TokenKind.SHIFT_RIGHT)) {
      Span both = peek().span();
      Span second = new Span(both.source(), both.start() + 1, both.end());
      tokens[at] = new Token(TokenKind.GREATER, ">", second, List.of());
      return true;
    }
    return skip(TokenKind.GREATER);
  }

  Token expect(TokenKind kind, String where) throws SyntaxException {
    if (isAt(kind)) {
      return next();
    }
    throw unexpected(kind.description() + where);
  }

  /** The last token that was taken. */
  Token last() {
    return tokens[Math.max(0, at - 1)];
  }

  Span since(Token first) {
    return first.span().to(last().span());
  }

  /**
   * Reports the token at hand, once; the caller throws the result to leave the declaration.
   *
   * @param expected what should stand there
   */
  SyntaxException unexpected(String expected) {
    if (reported == at) {
      return new SyntaxException();
    }
    reported = at;
    Token found = peek();
    Diagnostic diagnostic =
        Diagnostic.error(Tag.SYNTAX, placeOf(found), "unexpected " + found.quoted())
            .expected(expected);
    if (found.kind() == TokenKind.END) {
      diagnostic =
          Diagnostic.error(Tag.SYNTAX, placeOf(found), "file ends too early")
              .expected(expected)
              .hint("possibly a missing \";\" or \"}\" further up");
    }
    diagnostics.report(diagnostic);
    return new SyntaxException();
  }

  void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  /** What is missing at the end of a line is missed there, not at the next token. */
  private Span placeOf(Token found) {
    if (at == 0) {
      return found.span();
    }
    boolean mayLackSomething = found.kind() == TokenKind.END || !isComplete(last().kind());
    return mayLackSomething && isAtNewLine() ? last().span().after() : found.span();
  }

  /** Whether nothing can be missing behind a token of this kind. */
  private static boolean isComplete(TokenKind kind) {
    return switch (kind) {
      case SEMICOLON, OPEN_BRACE, INCLUDE, RAW_BLOCK -> true;
      default -> false;
    };
  }

  /** Whether the token at hand stands on another line than the one before it. */
  boolean isAtNewLine() {
    Span before = last().span();
    return before.source().position(before.end()).line() < peek().span().position().line();
  }

  /** Skips the rest of a member: up to a semicolon, or before the brace that ends the body. */
  void skipMember() {
    skipDeclarationPart(true);
  }

  /** Skips the rest of a declaration: up to a semicolon that is in no body. */
  void skipDeclaration() {
    skipDeclarationPart(false);
  }

  private void skipDeclarationPart(boolean stopAtBrace) {
    List<TokenKind> open = new ArrayList<>();
    while (!isAt(TokenKind.END)) {
      TokenKind kind = peek().kind();
      if (kind == TokenKind.CLOSE_BRACE) {
        if (open.isEmpty() && stopAtBrace) {
          return;
        }
        next();
        if (open.isEmpty()) {
          skip(TokenKind.SEMICOLON);
          return;
        }
        open.remove(open.size() - 1);
        continue;
      }
      next();
      if (kind == TokenKind.OPEN_BRACE) {
        open.add(kind);
      } else if (kind == TokenKind.SEMICOLON && open.isEmpty()) {
        return;
      }
    }
  }
}
