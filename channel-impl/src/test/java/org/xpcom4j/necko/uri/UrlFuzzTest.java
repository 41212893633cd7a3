package org.xpcom4j.necko.uri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("URLs made of random pieces")
class UrlFuzzTest {
  private static final int URLS_PER_SEED = 2_000;
  private static final int MAX_PIECES = 12;
  private static final List<String> PIECES =
      List.of(
          "wss:",
          "ws://",
          "http",
          ":",
          "/",
          "//",
          "\\",
          "?",
          "#",
          "@",
          "[",
          "]",
          "%",
          "%2e",
          "%2F",
          "%c3%bc",
          "%FF",
          ".",
          "..",
          "/./",
          "/../",
          "a",
          "Z",
          "9",
          "0x",
          "127.0.0.1",
          "::1",
          "[::1]",
          ":80",
          ":443",
          "example",
          "xn--",
          "xn--bcher-kva",
          "ü",
          "。",
          "Ａ",
          "א",
          "я",
          "ß",
          "😀",
          "\uD800",
          "\uDC00",
          " ",
          "\t",
          "\n",
          "\0",
          "\u007F",
          "\u202E",
          "\u00AD",
          "|",
          "<",
          "\"",
          "'",
          "^",
          "`",
          "{",
          "*",
          "-",
          "_",
          "~",
          "\uFFFD",
          "ⅷ",
          "１");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void areRefusedAsMalformedOrStayTheSameWhenReadAgain(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < URLS_PER_SEED; i++) {
      String text = (random.nextBoolean() ? "wss://" : "") + pieces(random);
      parse(text).ifPresent(uri -> assertStable(text, uri));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 6})
  void canBeResolvedAgainstAnother(long seed) {
    Random random = new Random(seed);
    StandardUri base = StandardUri.parse("wss://u:p@h:81/a/b?c#d", null, 10_000);
    for (int i = 0; i < URLS_PER_SEED; i++) {
      String reference = pieces(random);
      parse(base.resolve(reference)).ifPresent(uri -> assertStable(reference, uri));
    }
  }

  private static void assertStable(String text, StandardUri uri) {
    String spec = uri.getSpec();
    assertEquals(spec, parse(spec).map(StandardUri::getSpec).orElse("refused"), text);
    String ascii = uri.getAsciiSpec();
    assertTrue(ascii.chars().allMatch(c -> c > ' ' && c < 0x7F), () -> text + " gave " + ascii);
    assertEquals(ascii, parse(ascii).map(StandardUri::getAsciiSpec).orElse("refused"), text);
    assertEquals(uri.getPrePath() + uri.getPath(), spec, text);
  }

  private static Optional<StandardUri> parse(String text) {
    try {
      return Optional.of(StandardUri.parse(text, null, 10_000));
    } catch (XpcomException e) {
      assertEquals(Nsresult.NS_ERROR_MALFORMED_URI, e.result(), e::getMessage);
      return Optional.empty();
    }
  }

  private static String pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(MAX_PIECES); count > 0; count--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
