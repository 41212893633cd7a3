package org.xpcom4j.idl.format;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.format.Lexeme.Kind;

/** Puts the statements of a file on their lines. */
final class Layout {
  private static final int INDENT = 2;

  private final List<Lexeme> lexemes;
  private final Page page;
  private int at;

  Layout(List<Lexeme> lexemes, String lineEnd) {
    this.lexemes = lexemes;
    this.page = new Page(lineEnd);
  }

  String print() {
    while (at < lexemes.size()) {
      items(0, false, at == 0);
      if (at < lexemes.size()) {
        statement(0, false); // a brace too many
      }
    }
    return page.toString();
  }

  /** Statements, comments and blocks up to the end of the body. */
  private void items(int indent, boolean isEnum, boolean isTop) {
    boolean mayHaveBlank = !isTop;
    while (at < lexemes.size() && !lexemes.get(at).is("}")) {
      Lexeme lexeme = lexemes.get(at);
      if (mayHaveBlank && lexeme.lineBreaks() > 1) {
        page.endLine();
      }
      mayHaveBlank = true;
      if (lexeme.isComment() && !leadsStatement()) {
        at++;
        page.spaces(indent).writeComment(lexeme);
      } else if (lexeme.kind() == Kind.RAW_BLOCK || lexeme.kind() == Kind.INCLUDE) {
        at++;
        page.writeLines(lexeme.text());
      } else {
        statement(indent, isEnum);
        continue;
      }
      endLine();
    }
  }

  /** Whether a comment is on one line with the statement behind it. */
  private boolean leadsStatement() {
    int next = at;
    while (next < lexemes.size() && lexemes.get(next).isComment()) {
      boolean isFirst = next == at;
      Lexeme comment = lexemes.get(next);
      if (comment.kind() != Kind.BLOCK_COMMENT || (!isFirst && comment.startsLine())) {
        return false;
      }
      next++;
    }
    return next < lexemes.size() && isCode(lexemes.get(next)) && !lexemes.get(next).startsLine();
  }

  private static boolean isCode(Lexeme lexeme) {
    return lexeme.kind() != Kind.RAW_BLOCK && lexeme.kind() != Kind.INCLUDE && !lexeme.is("}");
  }

  private void statement(int indent, boolean isEnum) {
    List<Lexeme> taken = take(isEnum);
    new Statement(taken, indent).print(page);
    endLine();
    if (taken.get(taken.size() - 1).is("{")) {
      boolean opensEnum = taken.stream().anyMatch(each -> each.isWord("cenum"));
      items(indent + INDENT, opensEnum, false);
      if (at < lexemes.size()) {
        statement(indent, isEnum); // the brace that closes, with what follows it
      }
    }
  }

  /** The lexemes of one statement: to its semicolon or opening brace, in an enum to a comma. */
  private List<Lexeme> take(boolean isEnum) {
    List<Lexeme> taken = new ArrayList<>();
    int depth = 0;
    while (at < lexemes.size()) {
      Lexeme lexeme = lexemes.get(at);
      if (!taken.isEmpty() && (lexeme.is("}") || lexeme.kind() == Kind.RAW_BLOCK)) {
        break;
      }
      taken.add(lexeme);
      at++;
      if (lexeme.is("(") || lexeme.is("[")) {
        depth++;
      } else if (lexeme.is(")") || lexeme.is("]")) {
        depth--;
      }
      if (lexeme.is(";") || lexeme.is("{") || (isEnum && depth == 0 && lexeme.is(","))) {
        break;
      }
    }
    return taken;
  }

  /** Ends a line, behind the comments that stand at its end. */
  private void endLine() {
    int next = at;
    while (next < lexemes.size()
        && lexemes.get(next).isComment()
        && !lexemes.get(next).startsLine()) {
      next++;
    }
    if (next == lexemes.size() || lexemes.get(next).startsLine()) {
      while (at < next) {
        page.write(" ").writeComment(lexemes.get(at++));
      }
    }
    page.endLine();
  }
}
