package org.xpcom4j.idl.java;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.header.HeaderBackEnd;
import org.xpcom4j.idl.testing.Compiled;

/** Spoils a good file in random ways. A find is kept as a test of its own. */
@DisplayName("Any text gives Java and a header, or messages: no exception, no hang")
class AnyTextTest {
  private static final int TEXTS = 200;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          "\"",
          "/*",
          "*/",
          "/**",
          "//",
          "%{C++\n",
          "%{JS\n%}",
          "webidl W;",
          "cenum c : 8 { A, B = A << 1, C };",
          "cenum c : ",
          "exIEverything_c ",
          "Array<",
          "Array<Array<long>> ",
          "Promise ",
          ">>",
          ">",
          "[symbol, can_run_script]",
          "[default(-1)]",
          "\"literal\" ",
          "const long B = ((((B",
          "%}",
          "#include \"nsISupports.idl\"\n",
          "#include \"greeter.idl\"\n",
          "#",
          "<<",
          "-",
          "0x",
          "1",
          "interface exIEverything;",
          "interface exIEverything : exIEverything {};",
          "typedef exT exT;",
          "typedef long exT;",
          "native n(",
          "const long A = A;",
          "[retval]",
          "[array]",
          "[octets]",
          "[iid_is(aIID)]",
          "[size_is(length)]",
          "out ",
          "inout ",
          "void",
          "string",
          "_",
          "\r",
          "\n",
          "\u0000",
          "\u2028",
          "\ud800",
          "@param",
          "{@code ",
          "\\u");

  private static String good;

  @BeforeAll
  static void readGoodFile() throws IOException {
    try (InputStream in = AnyTextTest.class.getResourceAsStream("exIEverything.idl")) {
      good = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void spoiltFileIsAnswered(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text = spoil(random);
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> compile(text), () -> "hangs:\n" + text);
    }
  }

  private static void compile(String text) {
    try {
      Compiled compiled = Compiled.of("greeter.idl", Map.of("greeter.idl", text));
      new JavaBackEnd(name -> Optional.empty(), false).generate(compiled.file());
      new HeaderBackEnd(new Diagnostics()).generate(compiled.file());
    } catch (RuntimeException | StackOverflowError failure) {
      fail("fails on:\n" + text, failure);
    }
  }

  private static String spoil(Random random) {
    StringBuilder text = new StringBuilder(good);
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + 1 + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.insert(start, text.substring(start, end));
        default -> text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
