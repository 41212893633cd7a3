package org.xpcom4j.idl.html;

/** What all pages have around them: title, search, style. */
final class PageFrame {
  static final String INDEX = "index.html";
  static final String RESULTS = "results.html";

  private PageFrame() {}

  /** Begins a page; what follows is its main part. */
  static Html start(String siteTitle, String title) {
    Html html = new Html();
    html.start("html", "lang", "en");
    html.start("head");
    html.start("meta", "charset", "utf-8");
    html.element("title", title);
    html.start("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.start("meta", "name", "color-scheme", "content", "light dark");
    html.start("link", "rel", "icon", "href", "data:,");
    html.start("link", "rel", "stylesheet", "href", "style.css");
    html.end();
    html.start("body");
    html.element("a", "Skip to content", "class", "skip", "href", "#main-content");
    html.start("header");
    html.element("a", siteTitle, "class", "site", "href", INDEX);
    html.start("form", "id", "search-form", "role", "search", "hidden", "hidden");
    html.start(
        "input",
        "id",
        "search-box",
        "type",
        "search",
        "placeholder",
        "Search  /",
        "aria-label",
        "Search interfaces, members, contract IDs and result codes",
        "autocomplete",
        "off",
        "spellcheck",
        "false");
    html.start("ul", "id", "search-results", "hidden", "hidden").end();
    html.start("p", "id", "search-status", "class", "unseen", "role", "status").end();
    html.end();
    html.end();
    html.start("main", "id", "main-content");
    return html;
  }

  static String end(Html html) {
    html.end();
    html.element("footer", "Made from IDL by xpidl.");
    html.element("script", "", "src", "search-index.js");
    html.element("script", "", "src", "search.js");
    return html.end().end().page();
  }
}
