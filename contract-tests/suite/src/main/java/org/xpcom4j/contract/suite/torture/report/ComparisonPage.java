package org.xpcom4j.contract.suite.torture.report;

import static org.xpcom4j.contract.suite.torture.report.Html.escape;

import java.util.List;
import java.util.Optional;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureRun;
import org.xpcom4j.contract.suite.torture.Verdict;

/** A comparison as one page: cases down, endpoints across; each verdict leads to the report that explains it. */
final class ComparisonPage {
  private final Comparison comparison;
  private final List<String> folders;
  private final StringBuilder out = new StringBuilder();

  private ComparisonPage(Comparison comparison, List<String> folders) {
    this.comparison = comparison;
    this.folders = folders;
  }

  static String of(Comparison comparison, List<String> folders) {
    ComparisonPage page = new ComparisonPage(comparison, folders);
    page.body();
    return Html.page("WebSocket torture, compared", page.out.toString(), "comparison.js");
  }

  private void body() {
    List<TortureRun> runs = comparison.runs();
    line("<h1>WebSocket torture, compared</h1>");
    line(
        "<p class=\"soft\">"
            + comparison.cases().size()
            + " cases, "
            + runs.size()
            + " endpoints"
            + (runs.isEmpty() ? "" : ", " + Html.day(runs.get(0).started()))
            + "</p>");
    counts();
    choices();
    cases();
  }

  private void counts() {
    line("<div class=\"wide\"><table class=\"counts\">");
    out.append("<tr><th></th>");
    for (Verdict verdict : Verdict.values()) {
      out.append("<th scope=\"col\" class=\"").append(verdict.word()).append("\">");
      out.append(Mark.of(verdict)).append(' ').append(verdict.word()).append("</th>");
    }
    line("<th scope=\"col\">not played</th><th scope=\"col\">time</th></tr>");
    for (int i = 0; i < comparison.runs().size(); i++) {
      TortureRun run = comparison.runs().get(i);
      out.append("<tr><th scope=\"row\"><a href=\"").append(escape(folders.get(i)));
      out.append("/index.html\">").append(escape(run.subject())).append("</a></th>");
      for (Verdict verdict : Verdict.values()) {
        long count = run.count(verdict);
        out.append("<td class=\"").append(count == 0 ? "none" : verdict.word()).append("\">");
        out.append(count).append("</td>");
      }
      line("<td>" + run.missed().size() + "</td><td>" + Html.time(run.took()) + "</td></tr>");
    }
    line("</table></div>");
  }

  private void choices() {
    line("<div class=\"choices\">");
    line(
        "<label><input type=\"checkbox\" id=\"remarkable\"> only where somebody fails or is not strict</label>");
    line(
        "<select id=\"category\" aria-label=\"Category\"><option value=\"\">all categories</option>");
    comparison.cases().stream()
        .map(TortureCase::category)
        .distinct()
        .forEach(category -> line("<option>" + escape(category) + "</option>"));
    line("</select>");
    line("<input type=\"search\" placeholder=\"utf8, close …\" aria-label=\"Search cases\">");
    line("</div>");
  }

  private void cases() {
    line("<div class=\"wide\"><table class=\"cases\">");
    out.append("<thead><tr><th scope=\"col\">case</th>");
    for (TortureRun run : comparison.runs()) {
      out.append("<th scope=\"col\">").append(escape(run.subject())).append("</th>");
    }
    line("</tr></thead><tbody>");
    comparison.cases().forEach(this::row);
    line("</tbody></table></div>");
  }

  private void row(TortureCase torture) {
    String tone = comparison.isRemarkable(torture) ? "remarkable" : "plain";
    out.append("<tr class=\"").append(tone).append("\" data-category=\"");
    out.append(escape(torture.category())).append("\"><th scope=\"row\" title=\"");
    out.append(escape(torture.rule())).append("\"><code>").append(escape(torture.id()));
    out.append("</code></th>");
    for (int run = 0; run < comparison.runs().size(); run++) {
      cell(torture, comparison.result(torture, run), folders.get(run));
    }
    line("</tr>");
  }

  private void cell(TortureCase torture, Optional<CaseResult> result, String folder) {
    if (result.isEmpty()) {
      out.append("<td></td>");
      return;
    }
    Verdict verdict = result.get().verdict();
    String findings = String.join("; ", result.get().findings());
    out.append("<td class=\"").append(verdict.word()).append("\"><a href=\"");
    out.append(escape(folder)).append("/index.html#").append(escape(torture.id()));
    out.append("\" title=\"").append(escape(findings)).append("\" aria-label=\"");
    out.append(verdict.word()).append("\">").append(Mark.of(verdict)).append("</a></td>");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
