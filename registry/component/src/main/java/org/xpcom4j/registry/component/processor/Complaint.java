package org.xpcom4j.registry.component.processor;

import java.util.ArrayList;
import java.util.List;

/** The text of one error: tag and clause on the first line, then what helps. */
final class Complaint {

  private final String firstLine;
  private final List<String> details = new ArrayList<>();

  private Complaint(String firstLine) {
    this.firstLine = firstLine;
  }

  static Complaint of(String tag, String clause) {
    return new Complaint("[xpcom." + tag + "] " + clause);
  }

  Complaint detail(String line) {
    details.add("  " + line); // javac indents by two more
    return this;
  }

  /** Adds text that can be pasted. */
  Complaint hint(String text) {
    return detail("hint: " + text);
  }

  @Override
  public String toString() {
    return details.isEmpty() ? firstLine : firstLine + "\n" + String.join("\n", details);
  }
}
