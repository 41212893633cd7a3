package org.xpcom4j.contract.suite.torture;

import java.util.ArrayList;
import java.util.List;

/** The verdict as it grows worse while a case is played; one thread's own. */
final class Outcome {
  private final List<String> findings = new ArrayList<>();
  private Verdict verdict = Verdict.OK;

  /** Notes what is allowed, but not best. */
  void nonStrict(String finding) {
    findings.add(finding);
    if (verdict == Verdict.OK) {
      verdict = Verdict.NON_STRICT;
    }
  }

  /** Notes what is wrong. */
  void failed(String finding) {
    findings.add(finding);
    verdict = Verdict.FAILED;
  }

  /** Notes that the endpoint cannot be asked. */
  void unimplemented(String finding) {
    findings.add(finding);
    verdict = Verdict.UNIMPLEMENTED;
  }

  boolean isOver() {
    return verdict == Verdict.FAILED || verdict == Verdict.UNIMPLEMENTED;
  }

  List<String> findings() {
    return findings;
  }

  /** What the verdict is worth where the rule is no strict one. */
  Verdict verdict(Level level) {
    if (verdict == Verdict.UNIMPLEMENTED) {
      return verdict;
    }
    return switch (level) {
      case REQUIRED -> verdict;
      case RECOMMENDED -> verdict == Verdict.FAILED ? Verdict.NON_STRICT : verdict;
      case INFORMATIONAL -> Verdict.INFORMATIONAL;
    };
  }
}
