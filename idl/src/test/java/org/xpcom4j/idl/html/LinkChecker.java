package org.xpcom4j.idl.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads pages as XML, which they must be, and follows their links. */
final class LinkChecker {
  private static final List<String> LINKS = List.of("href", "src");

  private final Set<String> files;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<String, List<String>> links = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  LinkChecker(Map<String, String> pages) throws IOException {
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

  private void read(String name, String text) throws IOException {
    Set<String> pageIds = ids.computeIfAbsent(name, key -> new TreeSet<>());
    List<String> pageLinks = links.computeIfAbsent(name, key -> new ArrayList<>());
    NodeList elements = parse(name, text).getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      String id = element.getAttribute("id");
      if (!id.isEmpty() && !pageIds.add(id)) {
        broken.add(name + ": id " + id + " is there twice");
      }
      LINKS.stream()
          .map(element::getAttribute)
          .filter(link -> !link.isEmpty())
          .forEach(pageLinks::add);
    }
  }

  private static Document parse(String name, String text) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (SAXException | ParserConfigurationException malformed) {
      throw new AssertionError(name + ": " + malformed + "\n" + text, malformed);
    }
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
