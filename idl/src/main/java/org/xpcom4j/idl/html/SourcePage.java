package org.xpcom4j.idl.html;

import org.xpcom4j.idl.source.SourceText;

/** The page of an IDL file: its text with numbered lines. */
final class SourcePage {
  private SourcePage() {}

  static String of(SourceText source, String siteTitle) {
    Html html = PageFrame.start(siteTitle, source.name() + " - " + siteTitle);
    html.element("h1", source.name());
    html.start(
        "pre", "class", "source", "tabindex", "0", "role", "region", "aria-label", source.name());
    int last = source.position(source.text().length()).line();
    for (int number = 1; number <= last; number++) {
      String line = source.line(number);
      if (number < last || !line.isEmpty()) {
        html.start("span", "id", anchor(number));
        html.element("a", Integer.toString(number), "href", "#" + anchor(number));
        html.text(line).end().text("\n");
      }
    }
    html.end();
    return PageFrame.end(html);
  }

  /** What a link to a line ends in. */
  static String anchor(int line) {
    return "L" + line;
  }
}
