package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.source.DocComment;

/**
 * Doc comments taken apart; all of it is plain text still.
 *
 * @param body the lines of the description
 * @param parameters what is said of parameters, by name
 * @param result what is said of the result; may be empty
 * @param exceptions what is thrown, each with its name first
 * @param others the other tags: their words, and what is said
 */
record Docs(
    List<String> body,
    Map<String, String> parameters,
    String result,
    List<Tagged> exceptions,
    List<Tagged> others) {
  private static final Pattern TAG = Pattern.compile("@([A-Za-z]+)(?:\\s+(.*))?");
  private static final Pattern PARAGRAPH = Pattern.compile("</?p/?>\\s*");
  private static final Pattern SENTENCE = Pattern.compile(".*?[.!?](?=\\s|$)", Pattern.DOTALL);
  private static final int LONGEST_SUMMARY = 240;

  /**
   * Something with a word in front.
   *
   * @param word a name, or the tag itself
   */
  record Tagged(String word, String text) {}

  static Docs of(List<DocComment> comments) {
    Docs docs =
        new Docs(
            new ArrayList<>(), new LinkedHashMap<>(), "", new ArrayList<>(), new ArrayList<>());
    List<String> lines = new ArrayList<>();
    for (DocComment comment : comments) {
      lines.add("");
      lines.addAll(comment.lines());
    }
    String tag = "";
    List<String> section = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = TAG.matcher(line);
      if (matcher.matches()) {
        docs = docs.with(tag, section);
        tag = matcher.group(1);
        section = new ArrayList<>();
        section.add(matcher.group(2) == null ? "" : matcher.group(2));
      } else {
        section.add(PARAGRAPH.matcher(line).replaceAll(""));
      }
    }
    return docs.with(tag, section);
  }

  /** The first sentence of the description, or as much of it as a table has room for. */
  String summary() {
    StringBuilder first = new StringBuilder();
    for (String line : body) {
      if (line.isBlank() && !first.isEmpty()) {
        break;
      }
      if (!line.isBlank()) {
        first.append(first.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    Matcher matcher = SENTENCE.matcher(first);
    String sentence = matcher.lookingAt() ? matcher.group() : first.toString();
    if (sentence.length() <= LONGEST_SUMMARY) {
      return sentence;
    }
    int end = sentence.lastIndexOf(' ', LONGEST_SUMMARY);
    return sentence.substring(0, end > 0 ? end : LONGEST_SUMMARY) + " …";
  }

  private Docs with(String tag, List<String> lines) {
    String text = String.join(" ", lines.stream().map(String::strip).toList()).strip();
    switch (tag) {
      case "" -> body.addAll(lines);
      case "param" -> {
        Tagged named = named(text);
        parameters.putIfAbsent(named.word(), named.text());
      }
      case "return", "returns" -> {
        return new Docs(body, parameters, text, exceptions, others);
      }
      case "throws", "exception" -> exceptions.add(named(text));
      default -> others.add(new Tagged(tag, text));
    }
    return this;
  }

  private static Tagged named(String text) {
    String[] words = text.split("\\s+", 2);
    String rest = words.length == 2 ? words[1] : "";
    return new Tagged(words[0], rest.startsWith("- ") ? rest.substring(2) : rest);
  }
}
