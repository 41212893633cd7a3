package org.xpcom4j.idl.java;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.source.DocComment;

/** Doc comments taken apart, in the HTML that Javadoc wants. */
final class DocText {
  private static final Pattern TAG = Pattern.compile("@([A-Za-z]+)(?:\\[[a-z,]*])?(?:\\s+(.*))?");
  private static final Pattern NAMED = Pattern.compile("(\\S+)\\s*(?:-\\s+)?(.*)", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(https?://[^\\s\"<>]+)\\s*(.*)");
  private static final Pattern REFERENCE =
      Pattern.compile("([A-Za-z]\\w*)((?:::|\\.|#)\\w+)?(?:\\(.*\\))?[.,;]?");
  private static final Pattern ITEM = Pattern.compile("[-*]\\s+(.*)");
  private static final String EXCEPTION = "org.xpcom4j.result.XpcomException";

  private final List<String> body = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<String> exceptions = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private final JavaTypes types;
  private String result = "";
  private String deprecation = "";

  private DocText(JavaTypes types) {
    this.types = types;
  }

  /**
   * Takes comments apart.
   *
   * @param types finds the interfaces that are referred to
   */
  static DocText of(List<DocComment> comments, JavaTypes types) {
    DocText text = new DocText(types);
    List<String> lines = new ArrayList<>();
    for (DocComment comment : comments) {
      lines.add("");
      lines.addAll(comment.lines());
    }
    text.read(lines);
    return text;
  }

  /** The description in HTML; empty if there is none. */
  String body() {
    return String.join("\n", body);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  Optional<String> result() {
    return result.isEmpty() ? Optional.empty() : Optional.of(result);
  }

  /** What stands behind each {@code @throws}: class and text. */
  List<String> exceptions() {
    return exceptions;
  }

  /** What stands behind each {@code @see}, as Javadoc wants it. */
  List<String> references() {
    return references;
  }

  /** What is said of the deprecation; empty if nothing is. */
  Optional<String> deprecation() {
    return deprecation.isEmpty() ? Optional.empty() : Optional.of(deprecation);
  }

  private void read(List<String> lines) {
    List<String> section = new ArrayList<>();
    String tag = "";
    for (String line : lines) {
      Matcher matcher = TAG.matcher(line);
      if (matcher.matches()) {
        endSection(tag, section);
        tag = matcher.group(1);
        section = new ArrayList<>();
        section.add(Optional.ofNullable(matcher.group(2)).orElse(""));
      } else {
        section.add(line);
      }
    }
    endSection(tag, section);
  }

  private void endSection(String tag, List<String> lines) {
    switch (tag) {
      case "" -> addBlocks(lines);
      case "param" -> addParameter(joined(lines));
      case "return", "returns" -> result = JavadocHtml.escape(joined(lines));
      case "throws", "exception" -> addException(joined(lines));
      case "see" -> addReference(joined(lines).replace('\n', ' ').strip());
      case "deprecated" -> deprecation = JavadocHtml.escape(joined(lines));
      default -> addBlocks(List.of(label(tag) + " " + joined(lines)));
    }
  }

  private static String joined(List<String> lines) {
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        said.add(line);
      }
    }
    return String.join("\n", said);
  }

  private static String label(String tag) {
    return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1) + ":";
  }

  /** A web page, an interface or a member of one, or just text. */
  private void addReference(String text) {
    Matcher link = LINK.matcher(text);
    Matcher reference = REFERENCE.matcher(text);
    Optional<ClassName> type =
        reference.matches() ? types.find(reference.group(1)) : Optional.empty();
    if (link.matches()) {
      String label = link.group(2).isEmpty() ? link.group(1) : link.group(2);
      references.add(
          "<a href=\""
              + JavadocHtml.escape(link.group(1))
              + "\">"
              + JavadocHtml.escape(label)
              + "</a>");
    } else if (type.isPresent()) {
      String name = type.get().canonicalName();
      references.add(reference.group(2) == null ? name : name + " " + text);
    } else if (!text.isEmpty()) {
      references.add("\"" + JavadocHtml.escape(text).replace("\"", "&quot;") + "\"");
    }
  }

  private void addParameter(String text) {
    Matcher matcher = NAMED.matcher(text);
    if (matcher.matches()) {
      parameters.putIfAbsent(matcher.group(1), JavadocHtml.escape(matcher.group(2)));
    }
  }

  private void addException(String text) {
    Matcher matcher = NAMED.matcher(text);
    if (!matcher.matches()) {
      return;
    }
    String name = matcher.group(1);
    String rest = JavadocHtml.escape(matcher.group(2));
    boolean isClass = name.equals("XpcomException") || name.equals(EXCEPTION);
    String described = isClass ? rest : JavadocHtml.code(name) + " " + rest;
    exceptions.add((EXCEPTION + " " + described).strip());
  }

  private void addBlocks(List<String> lines) {
    List<String> block = new ArrayList<>();
    boolean isList = false;
    for (String line : lines) {
      String text = line.replaceFirst("^</?p>\\s*", "");
      boolean isItem = ITEM.matcher(text).matches();
      if (text.isBlank() || (isItem && !isList)) {
        endBlock(block, isList);
        block = new ArrayList<>();
        isList = false;
      }
      if (!text.isBlank()) {
        block.add(text);
        isList = isList || isItem;
      }
    }
    endBlock(block, isList);
  }

  private void endBlock(List<String> block, boolean isList) {
    if (block.isEmpty()) {
      return;
    }
    boolean isFirst = body.isEmpty();
    if (!isFirst) {
      body.add("");
    }
    if (isList) {
      addList(block);
    } else {
      body.add((isFirst ? "" : "<p>") + JavadocHtml.escape(String.join("\n", block)));
    }
  }

  private void addList(List<String> block) {
    StringBuilder list = new StringBuilder("<ul>");
    for (String line : block) {
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        list.append("\n  <li>").append(JavadocHtml.escape(item.group(1)));
      } else {
        list.append("\n      ").append(JavadocHtml.escape(line.strip()));
      }
    }
    body.add(list.append("\n</ul>").toString());
  }
}
