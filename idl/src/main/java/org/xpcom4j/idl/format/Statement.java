package org.xpcom4j.idl.format;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement on one line if it fits, else on several: the attributes on their own, parameters
 * under the first one, parts of an expression indented.
 */
final class Statement {
  /** Where parameters begin further right than here, they go on in the next line, indented. */
  private static final int RIGHTMOST = 60;

  private final List<Lexeme> attributes = new ArrayList<>();
  private final List<Lexeme> rest = new ArrayList<>();
  private final int indent;

  Statement(List<Lexeme> lexemes, int indent) {
    int end = endOfAttributes(lexemes);
    this.attributes.addAll(lexemes.subList(0, end));
    this.rest.addAll(lexemes.subList(end, lexemes.size()));
    this.indent = indent;
  }

  void print(Page page) {
    page.spaces(indent);
    if (!attributes.isEmpty() && isInTwo()) {
      print(attributes, page);
      page.endLine();
      page.spaces(indent);
      print(rest, page);
    } else {
      List<Lexeme> all = new ArrayList<>(attributes);
      all.addAll(rest);
      print(all, page);
    }
  }

  private boolean isInTwo() {
    if (rest.isEmpty()) {
      return false;
    }
    boolean isInterface = firstWord(rest).isWord("interface");
    if (isInterface || attributes.get(attributes.size() - 1).isComment()) {
      return true;
    }
    List<Lexeme> all = new ArrayList<>(attributes);
    all.addAll(rest);
    return !fitsOneLine(all);
  }

  private static Lexeme firstWord(List<Lexeme> lexemes) {
    return lexemes.stream().filter(each -> !each.isComment()).findFirst().orElse(lexemes.get(0));
  }

  /** The attributes in brackets, and the comments that end their line. */
  private static int endOfAttributes(List<Lexeme> lexemes) {
    int at = 0;
    while (at < lexemes.size() && lexemes.get(at).isComment()) {
      at++;
    }
    if (at == lexemes.size() || !lexemes.get(at).is("[")) {
      return 0;
    }
    while (at < lexemes.size() && !lexemes.get(at).is("]")) {
      at++;
    }
    at = Math.min(at + 1, lexemes.size());
    int end = at;
    while (end < lexemes.size() && lexemes.get(end).isComment() && !lexemes.get(end).startsLine()) {
      end++;
    }
    return end < lexemes.size() && lexemes.get(end).startsLine() ? end : at;
  }

  private boolean fitsOneLine(List<Lexeme> lexemes) {
    Spacing spacing = new Spacing();
    int width = indent;
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      if (breaksBefore(lexemes, i) || lexeme.text().lines().count() > 1) {
        return false;
      }
      width += lexeme.text().length() + (spacing.next(lexeme) ? 1 : 0);
    }
    return width <= Page.WIDTH;
  }

  /** Comments keep to themselves what they had to themselves. */
  private static boolean breaksBefore(List<Lexeme> lexemes, int index) {
    if (index == 0) {
      return false;
    }
    Lexeme lexeme = lexemes.get(index);
    Lexeme before = lexemes.get(index - 1);
    return before.kind() == Lexeme.Kind.LINE_COMMENT
        || (lexeme.startsLine() && (lexeme.isComment() || before.isComment()));
  }

  private void print(List<Lexeme> lexemes, Page page) {
    List<Part> parts = parts(lexemes);
    if (fitsOneLine(lexemes)) {
      parts.forEach(part -> part.print(page));
      return;
    }
    int continuation = indent + 4;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean isFull = page.column() > continuation && !page.hasRoomFor(width(parts, i));
      if (part.mustBreak || (part.mayBreak && isFull)) {
        page.endLine();
        page.spaces(continuation);
        part.lexeme(page);
      } else {
        part.print(page);
      }
      if (part.opens && page.column() <= RIGHTMOST) {
        continuation = page.column();
      } else if (part.closes) {
        continuation = indent + 4;
      }
    }
  }

  /** How much room there has to be for a part and those that cannot leave it. */
  private static int width(List<Part> parts, int from) {
    int width = 0;
    for (int i = from; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i > from && (part.mayBreak || part.mustBreak)) {
        break;
      }
      width += part.width();
    }
    return width;
  }

  private static List<Part> parts(List<Lexeme> lexemes) {
    List<Part> parts = new ArrayList<>();
    Spacing spacing = new Spacing();
    int parens = 0;
    int brackets = 0;
    boolean mayBreak = false;
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      boolean space = spacing.next(lexeme);
      boolean isEnd = lexeme.is(",") || lexeme.is(";") || lexeme.is(")") || lexeme.is("]");
      Part part = new Part(lexeme, space);
      part.mayBreak = !isEnd && (mayBreak || spacing.isAtOperator() || lexeme.isWord("raises"));
      part.mustBreak = breaksBefore(lexemes, i);
      parts.add(part);
      if (lexeme.is("(")) {
        parens++;
        part.opens = parens == 1 && brackets == 0;
      } else if (lexeme.is("[")) {
        brackets++;
        part.opens = brackets == 1 && parens == 0;
      } else if (lexeme.is(")")) {
        parens--;
        part.closes = parens == 0 && brackets == 0;
      } else if (lexeme.is("]")) {
        brackets--;
        part.closes = brackets == 0 && parens == 0;
      }
      boolean afterComma = lexeme.is(",") && parens + brackets == 1;
      mayBreak = afterComma || (part.opens && lexeme.is("("));
    }
    return parts;
  }

  /** A lexeme, and what may happen in front of it. */
  private static final class Part {
    private final Lexeme lexeme;
    private final boolean space;
    private boolean mayBreak;
    private boolean mustBreak;
    private boolean opens;
    private boolean closes;

    Part(Lexeme lexeme, boolean space) {
      this.lexeme = lexeme;
      this.space = space;
    }

    int width() {
      return lexeme.text().lines().findFirst().orElse("").length() + (space ? 1 : 0);
    }

    void print(Page page) {
      page.spaces(space ? 1 : 0);
      lexeme(page);
    }

    void lexeme(Page page) {
      if (lexeme.isComment()) {
        page.writeComment(lexeme);
      } else {
        page.write(lexeme.text());
      }
    }
  }
}
