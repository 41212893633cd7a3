package org.xpcom4j.idl.html;

import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.html.Catalog.Use;

/** The page of result codes: which members are said to throw them. */
final class ResultsPage {
  private ResultsPage() {}

  static String of(Catalog catalog, String siteTitle) {
    Html html = PageFrame.start(siteTitle, "Result codes - " + siteTitle);
    html.element("h1", "Result codes");
    html.element(
        "p", "What the documentation of members names as a reason to fail.", "class", "quiet");
    for (Map.Entry<String, List<Use>> each : catalog.thrown().entrySet()) {
      html.start("section", "class", "result", "id", each.getKey());
      html.element("h2", each.getKey());
      list(html, each.getValue());
      html.end();
    }
    return PageFrame.end(html);
  }

  /** Members, each with a link and a word on what it has to do with this. */
  static void list(Html html, List<Use> uses) {
    html.start("ul", "class", "uses");
    for (Use use : uses) {
      html.start("li").start("a", "href", use.user().page() + "#" + use.member());
      html.name(use.user().name() + "." + use.member()).end();
      html.text(" ").element("small", use.how()).end();
    }
    html.end();
  }
}
