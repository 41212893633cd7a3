package org.xpcom4j.registry.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.registry.contract.Excerpt;

/**
 * The conditions at the end of a line. Several of one name are alternatives; those of different names
 * must all hold.
 */
final class Flags {

  private static final Pattern SHAPE = Pattern.compile("([A-Za-z]*)(<=|>=|!=|=|<|>|)(.*)");
  private static final Set<String> OF_CONTENT =
      Set.of("contentaccessible", "platform", "remoteenabled", "remoterequired");
  private static final String KNOWN =
      "expected application, appversion, platformversion, os, osversion, abi or process";
  private static final VersionComparator VERSIONS = new VersionComparator();

  private final Platform platform;
  private final ManifestLine line;
  private final boolean onContent;
  private final Consumer<ManifestProblem> problems;
  private final Map<String, Boolean> answers = new HashMap<>();

  private Flags(
      Platform platform, ManifestLine line, boolean onContent, Consumer<ManifestProblem> problems) {
    this.platform = platform;
    this.line = line;
    this.onContent = onContent;
    this.problems = problems;
  }

  /**
   * Whether a line counts here.
   *
   * @param onContent whether the line describes content, which has flags of its own
   * @param problems hears of flags that mean nothing any more
   * @throws RefusedLine if a flag is not understood: nobody knows then whether the line counts
   */
  static boolean hold(
      List<Word> flags,
      Platform platform,
      ManifestLine line,
      boolean onContent,
      Consumer<ManifestProblem> problems)
      throws RefusedLine {
    var all = new Flags(platform, line, onContent, problems);
    for (Word flag : flags) {
      all.add(flag);
    }
    return !all.answers.containsValue(false);
  }

  private void add(Word flag) throws RefusedLine {
    Matcher parts = SHAPE.matcher(flag.text());
    if (!parts.matches()) {
      throw unknown(flag);
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    String operator = parts.group(2);
    String value = parts.group(3);
    int valueAt = flag.position() + parts.start(3);
    switch (name) {
      case "application" -> addText(flag, name, platform.application(), operator, value);
      case "os" -> addText(flag, name, platform.os(), operator, value);
      case "abi" -> addText(flag, name, platform.abi(), operator, value);
      case "process" -> addText(flag, name, "main", operator, value);
      case "appversion" -> addVersion(flag, name, platform.appVersion(), operator, value, valueAt);
      case "platformversion" ->
          addVersion(flag, name, platform.platformVersion(), operator, value, valueAt);
      case "osversion" -> addVersion(flag, name, platform.osVersion(), operator, value, valueAt);
      case "xpcnativewrappers" ->
          problems.accept(
              line.problem(
                  flag.position(),
                  "flag xpcnativewrappers means nothing any more",
                  "the line counts all the same"));
      default -> requireOfContent(flag, name, operator, value);
    }
  }

  private void addText(Word flag, String name, String ours, String operator, String value)
      throws RefusedLine {
    boolean negated = operator.equals("!=");
    if ((!negated && !operator.equals("=")) || value.startsWith("=")) {
      throw refused(flag, operator(flag), "expected " + name + "=… or " + name + "!=…");
    }
    answer(name, ours.equalsIgnoreCase(value) != negated);
  }

  private void addVersion(
      Word flag, String name, String ours, String operator, String value, int valueAt)
      throws RefusedLine {
    if (operator.isEmpty() || operator.equals("!=") || value.startsWith("=")) {
      throw refused(flag, operator(flag), "expected one of = < <= > >= after " + name);
    }
    if (value.isEmpty()) {
      throw new RefusedLine(
          line.problem(
              valueAt,
              "flag " + name + " has no version",
              "expected a version, as in " + name + operator + "1.0"));
    }
    answer(name, !ours.isEmpty() && holds(VERSIONS.compare(ours, value), operator));
  }

  private static boolean holds(int order, String operator) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private void answer(String name, boolean holds) {
    answers.merge(name, holds, Boolean::logicalOr);
  }

  private void requireOfContent(Word flag, String name, String operator, String value)
      throws RefusedLine {
    if (!onContent || !OF_CONTENT.contains(name)) {
      throw unknown(flag);
    }
    boolean isBoolean =
        operator.isEmpty()
            || (operator.equals("=")
                && (value.isEmpty() || "01tfynTFYN".indexOf(value.charAt(0)) >= 0));
    if (!isBoolean) {
      throw refused(flag, operator(flag), "expected " + name + "=yes or " + name + "=no");
    }
  }

  /** Where the name ends. */
  private static int operator(Word flag) {
    int at = 0;
    while (at < flag.text().length() && Character.isLetter(flag.text().charAt(at))) {
      at++;
    }
    return flag.position() + at;
  }

  private RefusedLine refused(Word flag, int position, String expected) {
    return new RefusedLine(
        line.problem(position, "flag " + Excerpt.quote(flag.text()) + " is malformed", expected));
  }

  private RefusedLine unknown(Word flag) {
    return new RefusedLine(
        line.problem(flag.position(), "flag " + Excerpt.quote(flag.text()) + " is unknown", KNOWN));
  }
}
