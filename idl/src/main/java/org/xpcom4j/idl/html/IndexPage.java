package org.xpcom4j.idl.html;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xpcom4j.idl.freeze.Term;
import org.xpcom4j.idl.html.Catalog.Entry;

/** The first page: all interfaces. */
final class IndexPage {
  /** Until something changes, all interfaces of a site may be frozen at a version. */
  private static final String FROZEN = "frozen " + Term.FOR_GOOD;

  private IndexPage() {}

  static String of(Catalog catalog, SiteOptions options) {
    Html html = PageFrame.start(options.title(), options.title());
    html.element("h1", options.title());
    int count = catalog.entries().size();
    html.start("p", "class", "quiet");
    html.text(count == 1 ? "1 interface" : count + " interfaces");
    boolean hasContracts = catalog.entries().stream().anyMatch(each -> !each.contracts().isEmpty());
    if (hasContracts) {
      html.text(" · ").element("a", "contract IDs", "href", "#contract-ids");
    }
    if (!catalog.thrown().isEmpty()) {
      html.text(" · ").element("a", "result codes", "href", PageFrame.RESULTS);
    }
    html.end();
    if (count > 0) {
      table(catalog, options, html);
    }
    if (hasContracts) {
      contracts(catalog, html);
    }
    return PageFrame.end(html);
  }

  private static void table(Catalog catalog, SiteOptions options, Html html) {
    html.start("table", "class", "stacked names");
    html.start("thead").start("tr");
    html.element("th", "Interface", "scope", "col").element("th", "Derived from", "scope", "col");
    html.element("th", "What it is for", "scope", "col");
    html.end().end();
    html.start("tbody");
    for (Entry entry : catalog.entries()) {
      html.start("tr");
      html.start("td", "class", "name").element("a", entry.name(), "href", entry.page()).end();
      html.start("td", "class", "base");
      entry.definition().base().ifPresent(base -> link(catalog, html, base.name()));
      html.end();
      html.start("td");
      Badges.of(entry.definition(), options.frozen()).stream()
          .filter(badge -> badge.equals(Badges.DEPRECATED) || badge.equals(FROZEN))
          .forEach(badge -> Badges.write(html, badge));
      String summary = Docs.of(entry.definition().docs()).summary();
      new Prose(catalog, html, entry.name()).inline(summary);
      html.end();
      html.end();
    }
    html.end().end();
  }

  private static void contracts(Catalog catalog, Html html) {
    html.start("section", "aria-labelledby", "contract-ids");
    html.element("h2", "Contract IDs", "id", "contract-ids");
    html.start("ul", "class", "contracts");
    Map<String, Set<Entry>> all = new TreeMap<>();
    for (Entry entry : catalog.entries()) {
      for (String id : entry.contracts().values()) {
        all.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(entry);
      }
    }
    all.forEach(
        (id, entries) -> {
          html.start("li").start("code").name(id).end();
          for (Entry entry : entries) {
            html.text(" ").element("a", entry.name(), "href", entry.page());
          }
          html.end();
        });
    html.end().end();
  }

  /** Names an interface, with a link if it has a page. */
  static void link(Catalog catalog, Html html, String name) {
    catalog
        .find(name)
        .ifPresentOrElse(
            entry -> html.element("a", name, "href", entry.page()), () -> html.text(name));
  }
}
