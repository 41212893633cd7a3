package org.xpcom4j.registry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An excerpt")
class ExcerptTest {

  @Test
  void pointsAtTheMistake() {
    assertEquals(
        "  category x\n           ^ expected an entry",
        Excerpt.of("category x", 9, "expected an entry"));
  }

  @Test
  void pointsBehindTheEnd() {
    assertEquals("  word\n      ^ expected more", Excerpt.of("word", 4, "expected more"));
  }

  @Test
  void isCutOnBothSidesOfTheMistake() {
    String line = "a".repeat(100) + "!" + "b".repeat(100);

    assertEquals(
        "  …" + "a".repeat(60) + "!" + "b".repeat(59) + "…\n   " + " ".repeat(60) + "^ here",
        Excerpt.of(line, 100, "here"));
  }

  @Test
  void showsWhatATerminalWouldObeyAsQuestionMarks() {
    assertEquals("  ?[31mred\n       ^ here", Excerpt.of("\u001b[31mred", 5, "here"));
  }

  @Test
  void quotesAWordAndCutsALongOne() {
    assertEquals("\"a?b\"", Excerpt.quote("a\rb"));
    assertEquals("\"" + "x".repeat(60) + "…\"", Excerpt.quote("x".repeat(61)));
  }
}
