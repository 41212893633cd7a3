package org.xpcom4j.contract.suite.torture.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;

/** A comparison as JSON. */
final class ComparisonJson {
  private ComparisonJson() {}

  static String of(Comparison comparison) {
    Map<String, Object> report = new LinkedHashMap<>();
    List<Object> subjects = new ArrayList<>();
    for (TortureRun run : comparison.runs()) {
      Map<String, Object> subject = new LinkedHashMap<>();
      subject.put("subject", run.subject());
      subject.put("started", run.started().toString());
      subject.put("milliseconds", run.took().toMillis());
      subject.put("counts", JsonReport.counts(run));
      subjects.add(subject);
    }
    report.put("subjects", subjects);
    report.put("cases", comparison.cases().stream().map(one -> row(comparison, one)).toList());
    return Json.of(report);
  }

  private static Map<String, Object> row(Comparison comparison, TortureCase torture) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", torture.id());
    row.put("section", torture.section());
    row.put("rule", torture.rule());
    row.put("level", torture.level().name().toLowerCase(Locale.ROOT));
    List<Object> verdicts = new ArrayList<>();
    for (int run = 0; run < comparison.runs().size(); run++) {
      verdicts.add(
          comparison
              .result(torture, run)
              .map(result -> result.verdict().word())
              .orElse("not played"));
    }
    row.put("verdicts", verdicts);
    return row;
  }
}
