package org.xpcom4j.idl.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xpcom4j.idl.html.Catalog.Entry;
import org.xpcom4j.idl.model.IdlFile;

/**
 * Makes the reference pages of interfaces: a page each, an index, a search. They are plain files,
 * without anything from elsewhere, and can be read from a disk. The same interfaces give the same
 * bytes.
 */
public final class HtmlSite {
  private static final List<String> AS_THEY_ARE = List.of("search.js", "style.css");

  private HtmlSite() {}

  /**
   * Writes a site. Other files in the folder stay.
   *
   * @param folder where to write, made if it is not there
   * @param files files without errors; only interfaces with their body in them get pages
   * @param options what else is shown
   * @throws IOException if something cannot be written
   */
  public static void write(Path folder, List<IdlFile> files, SiteOptions options)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages(files, options).entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  /** The texts of all files by their names. */
  static Map<String, String> pages(List<IdlFile> files, SiteOptions options) throws IOException {
    Catalog catalog = new Catalog(files);
    Map<String, String> pages = new TreeMap<>();
    pages.put(PageFrame.INDEX, IndexPage.of(catalog, options));
    pages.put(PageFrame.RESULTS, ResultsPage.of(catalog, options.title()));
    for (Entry entry : catalog.entries()) {
      pages.put(entry.page(), InterfacePage.of(catalog, options, entry));
    }
    catalog
        .sources()
        .forEach((source, page) -> pages.put(page, SourcePage.of(source, options.title())));
    pages.put("search-index.js", SearchIndex.of(catalog));
    for (String name : AS_THEY_ARE) {
      pages.put(name, resource(name));
    }
    return pages;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlSite.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is missing in this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
