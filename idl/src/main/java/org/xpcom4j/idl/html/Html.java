package org.xpcom4j.idl.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML that is well-formed, also as XML: elements are closed in order, and text can only come in
 * escaped.
 */
final class Html {
  private static final Set<String> WITH_LINE_END =
      Set.of(
          "html", "head", "meta", "link", "title", "body", "header", "main", "footer", "nav",
          "section", "article", "div", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "table",
          "thead", "tbody", "tr", "td", "th", "pre", "form", "script");

  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "wbr");

  /** After a small letter, a capital one; after the separators in names and contract IDs. */
  private static final Pattern WORD_IN_NAME =
      Pattern.compile("(?<=[a-z0-9]{3})(?=[A-Z])|(?<=[._/?])(?=.)");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Html start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    if (EMPTY.contains(tag)) {
      out.append(" />");
      endLine(tag);
    } else {
      out.append('>');
      open.push(tag);
    }
    return this;
  }

  /** Ends the element that was begun last. */
  Html end() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    endLine(tag);
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** A name, which may be broken where a word in it begins. */
  Html name(String name) {
    Matcher matcher = WORD_IN_NAME.matcher(name);
    int done = 0;
    while (matcher.find()) {
      text(name.substring(done, matcher.start())).start("wbr");
      done = matcher.start();
    }
    return text(name.substring(done));
  }

  /** An element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    return start(tag, attributes).text(text).end();
  }

  /** The whole page; every element must have been ended. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return "<!DOCTYPE html>\n" + out;
  }

  private void endLine(String tag) {
    if (WITH_LINE_END.contains(tag)) {
      out.append('\n');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(isHarmless(c) ? c : '\uFFFD');
          }
        }
      }
    }
  }

  /** Neither forbidden in HTML, nor of the kind that makes text look like another text. */
  private static boolean isHarmless(char c) {
    boolean turnsText = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
    return !turnsText && !isControl && !Character.isSurrogate(c) && c < '\uFFFE';
  }
}
