package org.xpcom4j.idl.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("SourceText: lines, columns and doc comments")
class SourceTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyKindOfLineEndSeparatesLines(String lineEnd) {
    String text = "one" + lineEnd + "two" + lineEnd;
    SourceText source = new SourceText("a/b", "x.idl", text);
    assertEquals(new Position(2, 2), source.position(text.indexOf("wo")));
    assertEquals("two", source.line(2));
  }

  @Test
  void theEndOfTheTextHasAPosition() {
    SourceText source = new SourceText("", "x.idl", "ab\n");
    assertEquals(new Position(2, 1), source.position(3));
    assertEquals("", source.line(2));
  }

  @Test
  void pathHasTheFolderIfThereIsOne() {
    assertEquals("a/b/x.idl", new SourceText("a/b", "x.idl", "").path());
    assertEquals("x.idl", new SourceText("", "x.idl", "").path());
  }

  @Test
  void docCommentLosesDelimitersAndStars() {
    String text = "/**\n * One.\n *\n *   indented\n * last */";
    SourceText source = new SourceText("", "x.idl", text);
    assertEquals(
        List.of("", "One.", "", "  indented", "last"),
        new DocComment(new Span(source, 0, text.length())).lines());
  }
}
