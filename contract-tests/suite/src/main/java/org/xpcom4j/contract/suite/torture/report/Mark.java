package org.xpcom4j.contract.suite.torture.report;

import org.xpcom4j.contract.suite.torture.Verdict;

/** One character for each verdict, so that nobody depends on colours. */
final class Mark {
  private Mark() {}

  static char of(Verdict verdict) {
    return switch (verdict) {
      case OK -> '✓';
      case NON_STRICT -> '~';
      case FAILED -> '✗';
      case INFORMATIONAL -> 'i';
      case UNIMPLEMENTED -> '–';
    };
  }
}
