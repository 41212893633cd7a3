package org.xpcom4j.contract.suite.torture.report;

import static org.xpcom4j.contract.suite.torture.report.Html.escape;

import java.util.List;
import java.util.Locale;
import org.xpcom4j.contract.kit.websocket.WireLog;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;
import org.xpcom4j.contract.suite.torture.Verdict;

/** A run as one page for people: nothing is loaded from elsewhere, and it can be read without scripts. */
public final class HtmlReport {
  private static final int SHOWN_AT_START = 24;
  private static final int SHOWN_AT_END = 12;
  private static final int LISTED_AT_ONCE = 12;

  private final TortureRun run;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(TortureRun run) {
    this.run = run;
  }

  /**
   * Writes a run as a page.
   *
   * @param run the run
   * @return the page
   */
  public static String of(TortureRun run) {
    return new HtmlReport(run).write();
  }

  private String write() {
    head();
    choices();
    categories().forEach(this::category);
    missed();
    return Html.page("WebSocket torture: " + run.subject(), out.toString(), "report.js");
  }

  private List<String> categories() {
    return run.results().stream().map(result -> result.played().category()).distinct().toList();
  }

  private void head() {
    line("<h1>" + escape(run.subject()) + " under WebSocket torture</h1>");
    line(
        "<p class=\"soft\">"
            + Html.day(run.started())
            + ", "
            + run.results().size()
            + " cases in "
            + Html.time(run.took())
            + "</p>");
    String tone = run.isPassed() ? "ok" : "failed";
    String sentence =
        run.isPassed()
            ? "Passed: nothing failed."
            : run.count(Verdict.FAILED) + " failed, " + run.missed().size() + " not played.";
    line("<p class=\"verdict " + tone + "\"><span class=\"dot\"></span> " + sentence + "</p>");
    bar("bar", run.results());
    failures();
  }

  /** What failed comes first, with the way to it. */
  private void failures() {
    List<CaseResult> failed =
        run.results().stream().filter(result -> result.verdict() == Verdict.FAILED).toList();
    if (failed.isEmpty()) {
      return;
    }
    String open = failed.size() <= LISTED_AT_ONCE ? " open" : "";
    line("<details class=\"failures\"" + open + ">");
    line("<summary>Which " + failed.size() + " failed, and why</summary>");
    line("<ul>");
    for (CaseResult result : failed) {
      String id = escape(result.played().id());
      line(
          "<li><a href=\"#"
              + id
              + "\"><code>"
              + id
              + "</code></a> "
              + escape(String.join("; ", result.findings()))
              + "</li>");
    }
    line("</ul>");
    line("</details>");
  }

  private void bar(String classes, List<CaseResult> results) {
    out.append("<div class=\"").append(classes).append("\" aria-hidden=\"true\">");
    for (Verdict verdict : Verdict.values()) {
      long count = results.stream().filter(result -> result.verdict() == verdict).count();
      if (count > 0) {
        out.append("<i class=\"")
            .append(verdict.word())
            .append("\" style=\"flex:")
            .append(count)
            .append("\"></i>");
      }
    }
    line("</div>");
  }

  private void choices() {
    line("<div class=\"choices\">");
    for (Verdict verdict : Verdict.values()) {
      String word = verdict.word();
      line(
          "<label class=\""
              + word
              + "\"><input type=\"checkbox\" checked value=\""
              + word
              + "\"> <span class=\"dot\"></span> "
              + word
              + " <b>"
              + run.count(verdict)
              + "</b></label>");
    }
    line("<select id=\"category\" aria-label=\"Category\">");
    line("<option value=\"\">all categories</option>");
    categories().forEach(category -> line("<option>" + escape(category) + "</option>"));
    line("</select>");
    line("<input type=\"search\" placeholder=\"utf8, 1007, ping …\" aria-label=\"Search cases\">");
    line("</div>");
  }

  private void category(String category) {
    List<CaseResult> results =
        run.results().stream()
            .filter(result -> result.played().category().equals(category))
            .toList();
    long good = results.stream().filter(result -> result.verdict() == Verdict.OK).count();
    line("<section data-category=\"" + escape(category) + "\">");
    line(
        "<h2>"
            + escape(category)
            + " <small>"
            + good
            + " of "
            + results.size()
            + " ok</small></h2>");
    bar("bar narrow", results);
    results.forEach(this::result);
    line("</section>");
  }

  private void result(CaseResult result) {
    TortureCase played = result.played();
    String word = result.verdict().word();
    line("<details class=\"" + word + "\" id=\"" + escape(played.id()) + "\">");
    line(
        "<summary><code>"
            + escape(played.id())
            + "</code> <span class=\"tag\">"
            + Mark.of(result.verdict())
            + " "
            + word
            + "</span></summary>");
    line("<div class=\"inside\">");
    line("<p>" + escape(sentence(played.rule())) + "</p>");
    result.findings().forEach(finding -> line("<p class=\"finding\">" + escape(finding) + "</p>"));
    line(
        "<p class=\"soft\">"
            + escape(source(played.section()))
            + ", "
            + played.level().name().toLowerCase(Locale.ROOT)
            + ", "
            + Html.time(result.took())
            + "</p>");
    wire(result.evidence());
    line("</div>");
    line("</details>");
  }

  private void wire(List<WireLog.Entry> entries) {
    line("<ol class=\"wire\">");
    for (int i = 0; i < entries.size(); i++) {
      if (i < SHOWN_AT_START || i >= entries.size() - SHOWN_AT_END) {
        entry(entries.get(i));
      } else if (i == SHOWN_AT_START) {
        line(
            "<li class=\"note\"><time></time><span>…</span><span>the JSON report has more</span></li>");
      }
    }
    line("</ol>");
  }

  private void entry(WireLog.Entry entry) {
    String arrow =
        switch (entry.origin()) {
          case SENT -> "→";
          case RECEIVED -> "←";
          case NOTE -> "·";
        };
    String tone = entry.origin() == WireLog.Origin.NOTE ? " class=\"note\"" : "";
    line(
        "<li"
            + tone
            + "><time>"
            + String.format(Locale.ROOT, "%.3f ms", entry.at().toNanos() / 1e6)
            + "</time><span>"
            + arrow
            + "</span><span>"
            + escape(entry.text())
            + "</span></li>");
  }

  private void missed() {
    if (!run.missed().isEmpty()) {
      line("<h2>not played <small>the endpoint was not there any more</small></h2>");
      run.missed().forEach(torture -> line("<p><code>" + escape(torture.id()) + "</code></p>"));
    }
  }

  private static String source(String section) {
    return section.contains("RFC") ? "section " + section : "section " + section + " of RFC 6455";
  }

  private static String sentence(String rule) {
    return Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
