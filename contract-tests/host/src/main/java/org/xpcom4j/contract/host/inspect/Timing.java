package org.xpcom4j.contract.host.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xpcom4j.registry.diagnostics.MadeService;
import org.xpcom4j.registry.diagnostics.StartReport;

/** Where the time of a start went, in milliseconds. */
public final class Timing {

  private Timing() {}

  /**
   * Writes the report.
   *
   * @param report what was measured
   * @return its lines
   */
  public static List<String> of(StartReport report) {
    var lines = new ArrayList<String>();
    lines.add(line(report.finding(), "to find " + report.tables() + " component tables"));
    lines.add(line(report.registering(), "to register " + report.classes() + " classes"));
    if (!report.injector().isZero()) {
      lines.add(line(report.injector(), "to make the injector"));
    }
    for (MadeService made : report.services()) {
      lines.add(line(made.took(), "to make " + made.className() + " (" + made.askedAs() + ")"));
    }
    return lines;
  }

  private static String line(Duration took, String what) {
    return String.format(Locale.ROOT, "%9.3f ms %s", took.toNanos() / 1e6, what);
  }
}
