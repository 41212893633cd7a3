package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.html.Catalog.Entry;

/**
 * Writes what people have written: paragraphs, lists, code, and links where a known interface or an
 * address is named. Whatever else looks like markup is shown as it is.
 */
final class Prose {
  private static final Pattern ITEM =
      Pattern.compile("(?:[-*]\\s+|<li>\\s*)(?<text>\\S.*?)(?:</li>)?");

  private static final Set<String> AROUND_LISTS = Set.of("<ul>", "</ul>", "<ol>", "</ol>", "</li>");
  private static final Set<String> CODE_BEGINS = Set.of("<pre>", "```");
  private static final Set<String> CODE_ENDS = Set.of("</pre>", "```");

  /** Each alternative ends after a bounded look ahead, since anything may be in a comment. */
  private static final Pattern INLINE =
      Pattern.compile(
          "\\{@(?<kind>code|literal|link|linkplain)\\s++(?<tag>[^{}]*+)\\}"
              + "|<(?<element>code|tt|em|strong|b|i)>(?<marked>[^<>]{1,200})</\\k<element>>"
              + "|`(?<ticks>[^`]{1,200})`"
              + "|(?<url>https?://[^\\s<>\"'`{}]++)"
              + "|(?<![\\w&#])#(?<own>[A-Za-z_]\\w*+)"
              + "|(?<word>[A-Za-z_]\\w*+)(?:(?:::|[.#])(?<member>[A-Za-z_]\\w*+))?");

  private static final String PUNCTUATION = ".,;:!?)]";

  /** Of a link: what it leads to, perhaps with the types of parameters, and a text of its own. */
  private static final Pattern LINK =
      Pattern.compile("(?<target>[\\w:.#]++)(?:\\([^()]*+\\))?(?:\\s++(?<label>.*))?");

  private final Catalog catalog;
  private final Html html;
  private final String self;

  /**
   * Writes for one page.
   *
   * @param self the interface of the page, which needs no links to itself
   */
  Prose(Catalog catalog, Html html, String self) {
    this.catalog = catalog;
    this.html = html;
    this.self = self;
  }

  /** Paragraphs and lists. */
  void blocks(List<String> lines) {
    List<String> block = new ArrayList<>();
    boolean isList = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (CODE_BEGINS.contains(line.strip())) {
        block(block, isList);
        block.clear();
        isList = false;
        i = code(lines, i + 1);
        continue;
      }
      if (AROUND_LISTS.contains(line.strip())) {
        continue;
      }
      boolean isItem = ITEM.matcher(line.strip()).matches();
      if (line.isBlank() || (isItem && !isList)) {
        block(block, isList);
        block.clear();
        isList = false;
      }
      if (!line.isBlank()) {
        block.add(line.strip());
        isList = isList || isItem;
      }
    }
    block(block, isList);
  }

  /** Shows lines as they are; returns where the last of them is. */
  private int code(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && !CODE_ENDS.contains(lines.get(end).strip())) {
      end++;
    }
    html.start("pre", "class", "example", "tabindex", "0");
    html.element("code", String.join("\n", lines.subList(from, end)).stripIndent());
    html.end();
    return end;
  }

  private void block(List<String> lines, boolean isList) {
    if (lines.isEmpty()) {
      return;
    }
    if (!isList) {
      html.start("p");
      inline(String.join(" ", lines));
      html.end();
      return;
    }
    html.start("ul");
    StringBuilder item = new StringBuilder();
    for (String line : lines) {
      Matcher matcher = ITEM.matcher(line);
      if (matcher.matches()) {
        item(item);
        item.append(matcher.group("text"));
      } else {
        item.append(' ').append(line);
      }
    }
    item(item);
    html.end();
  }

  private void item(StringBuilder text) {
    if (!text.isEmpty()) {
      html.start("li");
      inline(text.toString());
      html.end();
      text.setLength(0);
    }
  }

  void inline(String text) {
    Matcher matcher = INLINE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      html.text(text.substring(done, matcher.start()));
      done = matcher.end();
      if (matcher.group("word") != null) {
        word(matcher);
      } else if (matcher.group("url") != null) {
        done = matcher.start() + address(matcher.group("url"));
        matcher.region(done, text.length());
      } else if (matcher.group("own") != null) {
        member(matcher.group(), self, matcher.group("own"));
      } else if (matcher.group("tag") != null) {
        tag(matcher.group("kind"), matcher.group("tag").strip());
      } else if (matcher.group("marked") != null) {
        String element = matcher.group("element");
        html.element(element.equals("tt") ? "code" : element, matcher.group("marked"));
      } else {
        html.element("code", matcher.group("ticks"));
      }
    }
    html.text(text.substring(done));
  }

  private void tag(String kind, String text) {
    Matcher link = LINK.matcher(text);
    if (kind.equals("literal")) {
      html.text(text);
    } else if (kind.startsWith("link") && link.matches() && link.group("label") != null) {
      String[] names = link.group("target").split("::|[.#]", 2);
      String name = names[0].isEmpty() ? self : names[0];
      member(link.group("label"), name, names.length == 2 ? names[1] : "");
    } else {
      html.start("code");
      inline(text);
      html.end();
    }
  }

  private void word(Matcher matcher) {
    String written = matcher.group();
    String name = matcher.group("word");
    String member = matcher.group("member");
    if (member != null && catalog.find(name).filter(each -> each.hasMember(member)).isPresent()) {
      member(written, name, member);
    } else if (catalog.thrown().containsKey(name)) {
      html.element("a", name, "href", PageFrame.RESULTS + "#" + name);
      html.text(written.substring(name.length()));
    } else {
      member(name, name, "");
      html.text(written.substring(name.length()));
    }
  }

  /** Shows a text as a link to a member, or to its interface, or as it is. */
  private void member(String shown, String name, String member) {
    Optional<Entry> entry = catalog.find(name);
    if (entry.isPresent() && entry.get().hasMember(member)) {
      html.element("a", shown, "href", entry.get().page() + "#" + member);
    } else if (entry.isPresent() && !name.equals(self)) {
      html.element("a", shown, "href", entry.get().page());
    } else {
      html.text(shown);
    }
  }

  /** Links an address; what ends the sentence is not part of it. Returns the length of the link. */
  private int address(String written) {
    int end = written.length();
    while (PUNCTUATION.indexOf(written.charAt(end - 1)) >= 0) {
      end--;
    }
    String address = written.substring(0, end);
    html.element("a", address, "href", address, "rel", "noreferrer");
    return end;
  }
}
