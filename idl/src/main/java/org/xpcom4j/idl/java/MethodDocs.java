package org.xpcom4j.idl.java;

import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Javadoc of a method, complete whatever the doc comment leaves out.
 *
 * @param text the doc comment
 * @param summary what is said where there is no description
 * @param resultName the name of the result parameter in IDL, if it has one
 * @param resultFallback what is said of the result where the doc comment says nothing
 * @param remark a paragraph behind the description; empty for none
 */
record MethodDocs(
    DocText text,
    String summary,
    Optional<String> resultName,
    String resultFallback,
    String remark) {
  /** 100 columns less the indentation of a member's Javadoc. */
  private static final int WIDEST_TAG = 95;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  MethodDocs withRemark(String newRemark) {
    return new MethodDocs(text, summary, resultName, resultFallback, newRemark);
  }

  String text(JavaMethod method) {
    StringBuilder out = new StringBuilder(description(text, summary, method.isDeprecated()));
    if (!remark.isEmpty()) {
      out.append("\n\n<p>").append(remark);
    }
    StringBuilder tags = new StringBuilder();
    if (method.variable().isPresent()) {
      tag(tags, "param <" + method.variable().get().name() + ">", "the interface");
    }
    for (JavaParameter parameter : method.parameters()) {
      String said = text.parameter(parameter.idlName()).orElse("");
      tag(tags, "param " + parameter.name(), said.isBlank() ? parameter.fallback() : said);
    }
    if (!method.result().equals(TypeName.VOID)) {
      tag(tags, "return", result());
    }
    for (String exception : text.exceptions()) {
      tag(tags, "throws", exception);
    }
    closingTags(tags, text, method.isDeprecated());
    return complete(out.toString(), tags);
  }

  private String result() {
    if (text.result().isPresent()) {
      return text.result().get();
    }
    return resultName.isEmpty()
        ? resultFallback
        : text.parameter(resultName.get()).orElse(resultFallback);
  }

  /** The Javadoc of an interface or a constant. */
  static String of(DocText text, String summary, boolean isDeprecated) {
    StringBuilder tags = new StringBuilder();
    closingTags(tags, text, isDeprecated);
    return complete(description(text, summary, isDeprecated), tags);
  }

  /** Javac wants an annotation beside the tag, and only IDL's own attribute brings that. */
  private static String description(DocText text, String summary, boolean isDeprecated) {
    String body = text.body().isEmpty() ? summary : text.body();
    Optional<String> deprecation = text.deprecation();
    return isDeprecated || deprecation.isEmpty()
        ? body
        : body + "\n\n<p>Deprecated: " + deprecation.get();
  }

  private static void closingTags(StringBuilder tags, DocText text, boolean isDeprecated) {
    for (String reference : text.references()) {
      tag(tags, "see", reference);
    }
    if (isDeprecated) {
      tag(tags, "deprecated", text.deprecation().orElse("as its IDL says"));
    }
  }

  private static String complete(String description, StringBuilder tags) {
    return description + (tags.isEmpty() ? "" : "\n\n" + tags.toString().stripTrailing());
  }

  private static void tag(StringBuilder tags, String name, String described) {
    int column = 0;
    for (String word : SPACE.split("@" + name + " " + described.strip(), -1)) {
      if (column > 0 && column + 1 + word.length() > WIDEST_TAG) {
        tags.append("\n    ");
        column = 4;
      } else if (column > 0) {
        tags.append(' ');
        column++;
      }
      tags.append(word);
      column += word.length();
    }
    tags.append('\n');
  }
}
