package org.xpcom4j.contract.suite.torture.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xpcom4j.contract.kit.websocket.WireLog;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;
import org.xpcom4j.contract.suite.torture.Verdict;

/** A run as JSON, for programs: the same names and order in every run. */
public final class JsonReport {
  private JsonReport() {}

  /**
   * Writes a run as JSON.
   *
   * @param run the run
   * @return one JSON object, with a line break behind it
   */
  public static String of(TortureRun run) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("subject", run.subject());
    report.put("started", run.started().toString());
    report.put("milliseconds", run.took().toMillis());
    report.put("passed", run.isPassed());
    report.put("counts", counts(run));
    List<Object> cases = new ArrayList<>();
    run.results().forEach(result -> cases.add(result(result)));
    report.put("cases", cases);
    report.put("notPlayed", run.missed().stream().map(TortureCase::id).toList());
    return Json.of(report);
  }

  /** How many cases ended how. */
  static Map<String, Object> counts(TortureRun run) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.word(), run.count(verdict));
    }
    counts.put("not played", run.missed().size());
    return counts;
  }

  private static Map<String, Object> result(CaseResult result) {
    TortureCase played = result.played();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", played.id());
    entry.put("section", played.section());
    entry.put("rule", played.rule());
    entry.put("level", played.level().name().toLowerCase(Locale.ROOT));
    entry.put("verdict", result.verdict().word());
    entry.put("findings", result.findings());
    entry.put("milliseconds", result.took().toMillis());
    entry.put("wire", result.evidence().stream().map(JsonReport::line).toList());
    return entry;
  }

  private static Map<String, Object> line(WireLog.Entry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("microseconds", entry.at().toNanos() / 1000);
    line.put("origin", entry.origin().name().toLowerCase(Locale.ROOT));
    line.put("text", entry.text());
    return line;
  }
}
