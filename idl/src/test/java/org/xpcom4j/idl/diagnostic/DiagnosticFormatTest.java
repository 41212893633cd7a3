package org.xpcom4j.idl.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

@DisplayName("DiagnosticFormat: what people read")
class DiagnosticFormatTest {
  @Test
  void placeMessageLineCaretAndNotes() {
    assertEquals(
        """
        x.idl:2:3: error: [xpidl.unknown-type] type "nsIFo" is not declared above
          nsIFo foo;
          ^
          near: nsIFoo
          hint: #include "nsIFoo.idl\"""",
        DiagnosticFormat.format(
            Diagnostic.error(
                    Tag.UNKNOWN_TYPE,
                    span("\n  nsIFo foo;\n", "nsIFo"),
                    "type \"nsIFo\" is not declared above")
                .hint("#include \"nsIFoo.idl\"")
                .near("nsIFo", List.of("nsIBar", "nsIFoo"))));
  }

  @Test
  void caretStandsBelowItsCharacterBehindTabs() {
    assertEquals(
        "x.idl:1:4: warning: [xpidl.raw-block] raw block is ignored\n\t\ta%{\n\t\t ^",
        DiagnosticFormat.format(
            Diagnostic.warning(Tag.RAW_BLOCK, span("\t\ta%{", "%{"), "raw block is ignored")));
  }

  @Test
  void caretStandsBelowItsCharacterBehindWideOnesAndMarks() {
    assertEquals(
        "x.idl:1:11: error: [xpidl.syntax] no\n"
            + "/*\u6F22\u5B57e\u0301\uD83D\uDE00*/bad\n  \u3000\u3000 \u3000  ^",
        DiagnosticFormat.format(
            Diagnostic.error(
                Tag.SYNTAX, span("/*\u6F22\u5B57e\u0301\uD83D\uDE00*/bad", "bad"), "no")));
  }

  @Test
  void carriageReturnIsNoPartOfTheLine() {
    assertEquals(
        "x.idl:1:1: error: [xpidl.syntax] no\nbad\n^",
        DiagnosticFormat.format(Diagnostic.error(Tag.SYNTAX, span("bad\r\n", "bad"), "no")));
  }

  @Test
  void threeNearNamesAreShownAndTheRestCounted() {
    Diagnostic diagnostic =
        Diagnostic.error(Tag.UNKNOWN_TYPE, span("nsIFox", "nsIFox"), "unknown")
            .near("nsIFox", List.of("nsIFoo", "nsIFob", "nsIFog", "nsIFod", "nsIWebSocket"));
    assertEquals(
        List.of(new Note(Note.Kind.NEAR, "nsIFob, nsIFod, nsIFog and 1 more")), diagnostic.notes());
  }

  @Test
  void nothingIsSaidOfNamesThatAreNotNear() {
    assertEquals(
        List.of(),
        Diagnostic.error(Tag.UNKNOWN_TYPE, span("x", "x"), "unknown")
            .near("nsIThread", List.of("boolean", "nsIWebSocketChannel"))
            .notes());
  }

  @Test
  void whatWouldDoHarmOnATerminalIsNotShownAsItIs() {
    Diagnostic diagnostic =
        Diagnostic.error(Tag.SYNTAX, span("a\u001b[31m\tb\u202e", "b"), "unexpected b\u0007");
    assertEquals(
        """
        x.idl:1:8: error: [xpidl.syntax] unexpected b\ufffd
        a\ufffd[31m\tb\ufffd
              \t^""",
        DiagnosticFormat.format(diagnostic));
  }

  @Test
  void aRunKeepsEachDiagnosticOnce() {
    Diagnostics diagnostics = new Diagnostics();
    Diagnostic diagnostic = Diagnostic.error(Tag.SYNTAX, span("bad", "bad"), "no");
    diagnostics.report(diagnostic);
    diagnostics.report(diagnostic);
    assertEquals(List.of(diagnostic), diagnostics.all());
  }

  private static Span span(String text, String part) {
    int start = text.indexOf(part);
    return new Span(new SourceText("", "x.idl", text), start, start + part.length());
  }
}
