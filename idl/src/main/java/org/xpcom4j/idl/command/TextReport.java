package org.xpcom4j.idl.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Severity;

/** Tells people what is wrong: each thing once, in the order of the files. */
final class TextReport {
  private TextReport() {}

  static void print(List<FileResult> results, Terminal terminal) {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (FileResult result : results) {
      all.addAll(result.errors());
      all.addAll(result.warnings());
    }
    if (all.isEmpty()) {
      return;
    }
    Messages messages = new Messages(terminal);
    for (Diagnostic diagnostic : all) {
      terminal.err().println(messages.format(diagnostic));
    }
    long refused = results.stream().filter(result -> !result.isAccepted()).count();
    long errors = all.stream().filter(each -> each.severity() == Severity.ERROR).count();
    long warnings = all.size() - errors;
    terminal
        .err()
        .println(
            String.join(
                ", ",
                counted(errors, "error"),
                counted(warnings, "warning"),
                refused + " of " + counted(results.size(), "file") + " refused"));
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
