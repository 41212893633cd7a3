package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Needs the pages, which the build makes when it packs the module. */
@DisplayName("The reference pages that the build made")
class ReferencePagesIT {
  private static final Path SITE = Path.of("target/reference");
  private static final Path IDL = Path.of("src/main/resources/org/xpcom4j/interfaces");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:https?|data):.*");
  private static final Pattern INTERFACE =
      Pattern.compile("^interface\\s+(\\w+)[^;{]*\\{", Pattern.MULTILINE);

  @Test
  void eachInterfaceAndEachFileHasAPage() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path file : files(IDL, ".idl")) {
      missing.add(file.getFileName() + ".html");
      INTERFACE
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> missing.add(found.group(1) + ".html"));
    }
    assertTrue(missing.contains("nsIWebSocketChannel.html"), missing::toString);
    files(SITE, ".html").forEach(page -> missing.remove(page.getFileName().toString()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void eachLinkLeadsToAFileAndAPlaceInIt() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    Set<String> places = new HashSet<>();
    for (Path page : files(SITE, "")) {
      String name = page.getFileName().toString();
      places.add(name);
      if (name.endsWith(".html")) {
        pages.put(name, Files.readString(page));
        ID.matcher(pages.getOrDefault(name, ""))
            .results()
            .forEach(found -> places.add(name + "#" + found.group(1)));
      }
    }
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (page, text) ->
            LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !places.contains(link.startsWith("#") ? page + link : link))
                .forEach(link -> broken.add(page + " -> " + link)));
    assertEquals(List.of(), broken);
  }

  @Test
  void theWebSocketChannelIsFrozenAndHasItsImplementation() throws IOException {
    String page = Files.readString(SITE.resolve("nsIWebSocketChannel.html"));
    assertTrue(page.contains(">frozen for good<"), page);
    assertTrue(page.contains(">Implemented by<"), page);
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
