package org.xpcom4j.idl.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.freeze.Fingerprint;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.freeze.FrozenInterface;
import org.xpcom4j.idl.freeze.Term;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("HtmlSite: reference pages")
class HtmlSiteTest {
  private static final String IMPLEMENTATIONS =
      """
      # class, module, contract IDs, interfaces
      org.example.Greeter\torg.example.greeter\t@example.org/greeter;1\texIGreeter
      org.example.Shouter\t\t\texILoud exIGreeter
      """;

  private static final FreezeFile FROZEN =
      new FreezeFile(
          List.of(
              new FrozenInterface(
                  new Fingerprint("exIGreeter", "greeter.idl", List.of()),
                  Term.FOR_GOOD,
                  new Span(new SourceText("", "frozen.txt", ""), 0, 0))));

  @Test
  void aPageShowsEverything() throws IOException {
    assertEquals(resource("exIGreeter.html.txt"), page("exIGreeter.html", greeter()));
  }

  @Test
  void thereIsAPageForEachInterface() throws IOException {
    assertEquals(
        Set.of(
            "exIGreeter.html",
            "exILoud.html",
            "exIVisitor.html",
            "greeter.idl.html",
            "index.html",
            "results.html",
            "search-index.js",
            "search.js",
            "style.css"),
        pages(greeter()).keySet());
  }

  @Test
  void allLinksLeadSomewhere() throws IOException {
    Map<String, String> pages = pages(greeter());
    assertEquals(List.of(), new LinkChecker(pages).broken());
    assertTrue(new LinkChecker(pages).count() > 30);
  }

  @Test
  void whoUsesATypeIsLinkedBack() throws IOException {
    String page = page("exIVisitor.html", greeter());
    String uses = page.substring(page.indexOf("id=\"used-by\""));
    assertTrue(
        uses.contains(
            "<a href=\"exIGreeter.html#last\">exIGreeter.<wbr />last</a> <small>attribute</small>"),
        uses);
    assertTrue(
        uses.contains(
            "<a href=\"exIGreeter.html#greet\">exIGreeter.<wbr />greet</a> <small>parameter"),
        uses);
  }

  @Test
  void nothingOfAHostileCommentIsMarkup() throws IOException {
    String hostile =
        """
        /**
         * </p></div><img src=x onerror=alert(1)> "quoted' \u202E backwards \u0007 {@code </code><b>}
         * [x](javascript:alert(1)) <code><i></code> `<u>` https://example.org/"><s> <!-- ]]>
         * @param </dl><script>alert(2)</script>
         * @<b> @see <b>
         * @onload" <b>
         */
        [uuid(00000000-0000-0000-0000-000000000001)]
        interface exIGreeter {
          /** <h1>. @param <h2> */
          void a(in long b);
          /** @throws <h1> <h2> */
          readonly attribute long c;
          /** - <li> */
          const long D = -1;
        };
        """;
    Map<String, String> pages = pages(hostile);
    assertEquals(List.of(), new LinkChecker(pages).broken());
    String page = page("exIGreeter.html", hostile);
    for (String tag : List.of("<img", "<b>alert", "<i>", "<u>", "<s>", "<script>", "<!--")) {
      assertFalse(page.contains(tag), page);
    }
    assertFalse(page.contains("\u202E"), page);
    assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;"), page);
  }

  @Test
  void namesThatDifferInCaseGetFilesThatDifferInMore() throws IOException {
    String text =
        """
        [uuid(00000000-0000-0000-0000-000000000001)] interface Index {};
        [uuid(00000000-0000-0000-0000-000000000002)] interface exIfoo {};
        [uuid(00000000-0000-0000-0000-000000000003)] interface exIFoo {};
        """;
    Set<String> names = new TreeSet<>(pages(text).keySet());
    names.removeIf(name -> !name.matches("(?i)(index|exIfoo).*[.]html"));
    assertEquals(Set.of("Index-2.html", "exIFoo.html", "exIfoo-2.html", "index.html"), names);
    assertEquals(List.of(), new LinkChecker(pages(text)).broken());
  }

  @Test
  void theSearchIndexNamesInterfacesMembersAndContractIds() throws IOException {
    assertEquals(
        """
        "use strict";
        window.searchIndex = [
        ["exIGreeter", "interface", "exIGreeter.html"],
        ["exIGreeter.last", "attribute", "exIGreeter.html#last"],
        ["exIGreeter.greet", "method", "exIGreeter.html#greet"],
        ["@example.org/greeter;1", "contract ID", "exIGreeter.html#contract-ids"],
        ["exILoud", "interface", "exILoud.html"],
        ["exIVisitor", "interface", "exIVisitor.html"],
        ["exIVisitor.hear", "method", "exIVisitor.html#hear"],
        ["exIVisitor.NAMES", "constant", "exIVisitor.html#NAMES"],
        ["NS_ERROR_FAILURE", "result code", "results.html#NS_ERROR_FAILURE"]
        ];
        """,
        page("search-index.js", greeter()));
  }

  @Test
  void theSameInterfacesGiveTheSameBytes(@TempDir Path folder) throws IOException {
    for (String name : List.of("one", "two")) {
      HtmlSite.write(
          folder.resolve(name), List.of(Compiled.of(greeter()).file()), options(new Diagnostics()));
    }
    for (String name : pages(greeter()).keySet()) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("one/" + name), folder.resolve("two/" + name)), name);
    }
  }

  @Test
  void aListOfImplementationsHasFourColumns() {
    Diagnostics diagnostics = new Diagnostics();
    Implementations.parse(
        new SourceText("", "list.tsv", "a\tb\tc\td\n\nexIGreeter\n"), diagnostics);
    assertEquals(
        List.of("list.tsv:3:1 a line of implementations has 4 columns, not 1"),
        diagnostics.all().stream().map(each -> each.span() + " " + each.message()).toList());
  }

  private static String page(String name, String text) throws IOException {
    return Objects.requireNonNull(pages(text).get(name), name);
  }

  private static Map<String, String> pages(String text) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Map<String, String> pages =
        HtmlSite.pages(List.of(Compiled.of(text).file()), options(diagnostics));
    assertFalse(diagnostics.hasErrors());
    return pages;
  }

  private static SiteOptions options(Diagnostics diagnostics) {
    Implementations implementations =
        Implementations.parse(new SourceText("", "list.tsv", IMPLEMENTATIONS), diagnostics);
    return new SiteOptions("Greeters & more", Optional.of("org.example"), FROZEN, implementations);
  }

  private static String greeter() throws IOException {
    return resource("exIGreeter.idl");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlSiteTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
