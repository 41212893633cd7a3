package org.xpcom4j.idl.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes pages apart, whose tags must be as strict as in XML, and follows their links. */
final class LinkChecker {
  private static final List<String> LINKS = List.of("href", "src");
  private static final String DOCTYPE = "<!DOCTYPE html>\n";
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)( /)?>");

  private final Set<String> files;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<String, List<String>> links = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  LinkChecker(Map<String, String> pages) {
    files = pages.keySet();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      if (page.getKey().endsWith(".html")) {
        read(page.getKey(), page.getValue());
      }
    }
    links.forEach((page, all) -> all.forEach(link -> follow(page, link)));
  }

  /** What leads nowhere, and IDs that are there twice. */
  List<String> broken() {
    return broken;
  }

  int count() {
    return links.values().stream().mapToInt(List::size).sum();
  }

  private void read(String name, String text) {
    Set<String> pageIds = ids.computeIfAbsent(name, key -> new TreeSet<>());
    List<String> pageLinks = links.computeIfAbsent(name, key -> new ArrayList<>());
    for (String attributes : tags(name, text)) {
      Matcher attribute = ATTRIBUTE.matcher(attributes);
      while (attribute.find()) {
        String value = attribute.group(2);
        if (attribute.group(1).equals("id") && !pageIds.add(value)) {
          broken.add(name + ": id " + value + " is there twice");
        } else if (LINKS.contains(attribute.group(1))) {
          pageLinks.add(value.replace("&amp;", "&"));
        }
      }
    }
  }

  /** The attributes of each tag; fails where tags are not nested or have something between them. */
  private static List<String> tags(String name, String text) {
    assertTrue(text.startsWith(DOCTYPE), name);
    List<String> tags = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(text);
    int done = DOCTYPE.length();
    while (tag.find(done)) {
      assertText(name, text.substring(done, tag.start()));
      done = tag.end();
      if (!tag.group(1).isEmpty()) {
        assertEquals(open.pop(), tag.group(2), () -> name + ":\n" + text);
      } else if (tag.group(4) == null) {
        open.push(tag.group(2));
      }
      tags.add(tag.group(3));
    }
    assertText(name, text.substring(done));
    assertTrue(open.isEmpty(), () -> name + ": not ended: " + open);
    return tags;
  }

  private static void assertText(String name, String text) {
    assertTrue(text.indexOf('<') < 0 && text.indexOf('>') < 0, () -> name + ": " + text);
  }

  private void follow(String page, String link) {
    if (link.startsWith("https://") || link.startsWith("data:")) {
      return;
    }
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    String target = file.isEmpty() ? page : file;
    boolean isFound =
        files.contains(target)
            && (hash < 0 || ids.getOrDefault(target, Set.of()).contains(link.substring(hash + 1)));
    if (!isFound) {
      broken.add(page + ": " + link);
    }
  }
}
