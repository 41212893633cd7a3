package org.xpcom4j.registry.manifest;

/** Ends the reading of one line. */
final class RefusedLine extends Exception {

  private static final long serialVersionUID = 1;

  private final transient ManifestProblem problem;

  RefusedLine(ManifestProblem problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  ManifestProblem problem() {
    return problem;
  }
}
