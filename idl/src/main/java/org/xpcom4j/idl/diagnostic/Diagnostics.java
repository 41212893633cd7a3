package org.xpcom4j.idl.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of a run in the order in which they are found; each is kept once. */
public final class Diagnostics {
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Starts without any. */
  public Diagnostics() {}

  /**
   * Keeps a diagnostic.
   *
   * @param diagnostic what to say
   */
  public void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** {@return whether any of them is an error} */
  public boolean hasErrors() {
    return found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /** {@return what was found so far, as a copy} */
  public List<Diagnostic> all() {
    return new ArrayList<>(found);
  }
}
