package org.xpcom4j.contract.suite.torture.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;
import org.xpcom4j.contract.suite.torture.Verdict;

/** Several runs, case by case. */
final class Comparison {
  private final List<TortureRun> runs;
  private final Map<String, TortureCase> cases = new LinkedHashMap<>();
  private final List<Map<String, CaseResult>> results;

  Comparison(List<TortureRun> runs) {
    this.runs = List.copyOf(runs);
    results = runs.stream().map(this::byId).toList();
  }

  private Map<String, CaseResult> byId(TortureRun run) {
    Map<String, CaseResult> byId = new LinkedHashMap<>();
    for (CaseResult result : run.results()) {
      cases.put(result.played().id(), result.played());
      byId.put(result.played().id(), result);
    }
    return byId;
  }

  List<TortureRun> runs() {
    return runs;
  }

  /** The cases that were played in any run. */
  List<TortureCase> cases() {
    return List.copyOf(cases.values());
  }

  /** What came of a case in one run; empty when it was not played there. */
  Optional<CaseResult> result(TortureCase torture, int run) {
    return Optional.ofNullable(results.get(run).get(torture.id()));
  }

  /** Whether somebody did not do well in a case. */
  boolean isRemarkable(TortureCase torture) {
    return results.stream()
        .map(byId -> byId.get(torture.id()))
        .anyMatch(
            result ->
                result == null
                    || result.verdict() == Verdict.FAILED
                    || result.verdict() == Verdict.NON_STRICT);
  }
}
