package org.xpcom4j.idl.diagnostic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xpcom4j.idl.source.SourceText;

/** Collects the diagnostics of a run in the order in which they are found; each is kept once. */
public final class Diagnostics {
  private static final int MOST_WITH_HINTS = 200;

  private final Strictness strictness;
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final Set<SourceText> withErrors = new HashSet<>();

  /** Starts without any, and with warnings. */
  public Diagnostics() {
    this(Strictness.WARN);
  }

  /**
   * Starts without any.
   *
   * @param strictness what becomes of warnings
   */
  public Diagnostics(Strictness strictness) {
    this.strictness = strictness;
  }

  /**
   * Keeps a diagnostic.
   *
   * @param diagnostic what to say
   */
  public void report(Diagnostic diagnostic) {
    if (diagnostic.severity() == Severity.ERROR) {
      keep(diagnostic);
      return;
    }
    switch (strictness) {
      case SILENT -> {}
      case WARN -> keep(diagnostic);
      case STRICT -> keep(diagnostic.as(Severity.ERROR));
    }
  }

  private void keep(Diagnostic diagnostic) {
    if (found.add(diagnostic) && diagnostic.severity() == Severity.ERROR) {
      withErrors.add(diagnostic.span().source());
    }
  }

  /** {@return whether any of them is an error} */
  public boolean hasErrors() {
    return !withErrors.isEmpty();
  }

  /**
   * Asks for the errors of one file.
   *
   * @param source the file
   * @return whether any error is in it
   */
  public boolean hasErrors(SourceText source) {
    return withErrors.contains(source);
  }

  /**
   * Tells whether it is worth while to look for names that were meant, which takes its time.
   *
   * @return whether few diagnostics were found so far; the first ones are those that are read
   */
  public boolean wantsHints() {
    return found.size() < MOST_WITH_HINTS;
  }

  /** {@return what was found so far, as a copy} */
  public List<Diagnostic> all() {
    return new ArrayList<>(found);
  }
}
