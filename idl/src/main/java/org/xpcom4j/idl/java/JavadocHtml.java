package org.xpcom4j.idl.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain text safe for a Javadoc comment; code that is marked as such stays code. */
final class JavadocHtml {
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|literal|link|linkplain)\\s+([^{}]*)\\}");

  private JavadocHtml() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = INLINE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      escapeInto(out, text.substring(done, matcher.start()));
      out.append(code(matcher.group(1)));
      done = matcher.end();
    }
    escapeInto(out, text.substring(done));
    return out.toString();
  }

  static String code(String text) {
    StringBuilder escaped = new StringBuilder();
    escapeInto(escaped, text);
    boolean needsEscapes = text.indexOf('\\') >= 0 || text.indexOf('{') >= 0;
    return needsEscapes || text.indexOf('}') >= 0 || text.contains("*/")
        ? "<code>" + escaped + "</code>"
        : "{@code " + text.strip() + "}";
  }

  private static void escapeInto(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '@' -> out.append("&#64;");
        case '\\' -> out.append("&#92;");
        case '/' -> out.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
        default -> out.append(c);
      }
    }
  }
}
