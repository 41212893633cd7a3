package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.Span;

/** Walks over the tokens of a file; knows how to complain about the one at hand. */
final class TokenReader {
  private final Tokens tokens;

  /** Tokens in front of which something was reported that what they lack may be due to. */
  private final BitSet behindMistakes;

  private final Diagnostics diagnostics;
  private int at;

  /**
   * Starts at the first token.
   *
   * @param behindMistakes which tokens stand behind something that was reported and left out
   */
  TokenReader(Tokens tokens, BitSet behindMistakes, Diagnostics diagnostics) {
    this.tokens = tokens;
    this.behindMistakes = behindMistakes;
    this.diagnostics = diagnostics;
  }

  Token peek() {
    return new Token(tokens, at);
  }

  /** A token further on; the end of the file goes on for ever. */
  Token peek(int distance) {
    return new Token(tokens, Math.min(at + distance, tokens.count() - 1));
  }

  boolean isAt(TokenKind kind) {
    return tokens.kind(at) == kind;
  }

  TokenKind kind() {
    return tokens.kind(at);
  }

  int index() {
    return at;
  }

  /** Goes back to a token that was taken. */
  void backTo(int index) {
    at = index;
  }

  Token next() {
    Token token = peek();
    if (tokens.kind(at) != TokenKind.END) {
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
      tokens.splitShift(at);
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
    return new Token(tokens, Math.max(0, at - 1));
  }

  Span since(Token first) {
    return tokens.span(first.index(), Math.max(0, at - 1));
  }

  /** Reports the token at hand; the caller throws the result to leave the declaration. */
  SyntaxException unexpected(String expected) {
    return unexpected(expected, List.of(), "");
  }

  /**
   * Reports the token at hand.
   *
   * @param expected what may stand here
   * @param words keywords that may have been meant, if it is a name
   * @param hint what helps; empty for nothing
   */
  SyntaxException unexpected(String expected, List<String> words, String hint) {
    Token found = peek();
    if (behindMistakes.get(at)) {
      return new SyntaxException(); // what was left out may be what is missed
    }
    behindMistakes.set(at); // once is enough
    if (found.kind() == TokenKind.END) {
      diagnostics.report(
          Diagnostic.error(Tag.SYNTAX, endOfLast(), "file ends too early")
              .expected(expected)
              .hint("possibly a missing \";\" or \"}\" further up"));
      return new SyntaxException();
    }
    Diagnostic diagnostic =
        Diagnostic.error(Tag.SYNTAX, found.span(), "unexpected " + found.quoted())
            .expected(expected);
    if (found.kind() == TokenKind.IDENTIFIER) {
      diagnostic = diagnostic.near(found.text(), words);
    }
    diagnostics.report(hint.isEmpty() ? diagnostic : diagnostic.hint(hint));
    return new SyntaxException();
  }

  /**
   * Takes what ends something. What is missing at the end of a line is missed there, and reading
   * goes on as if it were there.
   *
   * @param expected what else may stand here
   */
  void close(TokenKind kind, String expected) throws SyntaxException {
    if (skip(kind)) {
      return;
    }
    boolean isMissing = isAt(TokenKind.END) ? kind == TokenKind.SEMICOLON : isAtNewLine();
    if (!isMissing) {
      throw unexpected(expected);
    }
    reportMissing(kind);
  }

  /** Reports what is missing behind the last token. */
  void reportMissing(TokenKind kind) {
    if (!behindMistakes.get(at)) {
      behindMistakes.set(at); // one thing that is missing is enough
      diagnostics.report(
          Diagnostic.error(Tag.SYNTAX, endOfLast(), "missing " + kind.description()));
    }
  }

  void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  /** The place right behind the last token. */
  Span endOfLast() {
    return at == 0 ? peek().span() : last().span().after();
  }

  /** Whether the token at hand stands on another line than the one before it. */
  boolean isAtNewLine() {
    Span before = last().span();
    return before.source().position(before.end()).line() < peek().span().position().line();
  }

  /** Whether a declaration surely begins at the token at hand, on a line of its own. */
  private boolean isAtNextDeclaration() {
    return switch (kind()) {
      case INTERFACE, NATIVE, TYPEDEF, INCLUDE, RAW_BLOCK, OPEN_BRACKET -> isAtNewLine();
      default -> false;
    };
  }

  /** Skips a list in brackets to its end; false, and nothing is skipped, if it has none. */
  boolean skipList() {
    for (int i = at; i < tokens.count(); i++) {
      switch (tokens.kind(i)) {
        case CLOSE_BRACKET -> {
          at = i + 1;
          return true;
        }
        case SEMICOLON, INTERFACE, NATIVE, ATTRIBUTE, READONLY, END -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** What stands behind the bracket at hand and the one that closes it. */
  TokenKind kindBehindAttributes() {
    int behind = at + 1;
    while (behind < tokens.count() - 1 && tokens.kind(behind - 1) != TokenKind.CLOSE_BRACKET) {
      behind++;
    }
    return tokens.kind(behind);
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
    int start = at;
    while (!isAt(TokenKind.END)) {
      TokenKind kind = kind();
      if (!stopAtBrace && open.isEmpty() && at > start && isAtNextDeclaration()) {
        return;
      }
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
