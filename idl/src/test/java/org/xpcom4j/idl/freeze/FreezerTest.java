package org.xpcom4j.idl.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("Freezer: interfaces that stay as they are")
class FreezerTest {
  private static final String GREETER =
      """
      #include "nsISupports.idl"
      [scriptable, uuid(00000000-0000-0000-0000-000000000001)]
      interface exIGreeter : nsISupports {
        attribute AString name;
        void greet(in AString name);
        const long LOUD = 1;
      };
      [scriptable, uuid(00000000-0000-0000-0000-000000000002)]
      interface exIAnswer : nsISupports {};
      """;

  private static final String FROZEN =
      """
      # What others depend on, in native code and in Java: a line changes only where something breaks.
      # Made by "xpidl freeze -o", compared by every build. Instead of changing an interface, write a
      # new one that extends it.
      xpidl-freeze 1

      interface exIAnswer in greeter.idl, frozen at 1.0
        uuid 00000000-0000-0000-0000-000000000002
        base nsISupports, entries 2
        is scriptable
        digest d42d94575442b8ff

      interface exIGreeter in greeter.idl, frozen for good
        uuid 00000000-0000-0000-0000-000000000001
        base nsISupports, entries 2
        is scriptable
        attribute AString name
        void greet(in AString)
        const long LOUD = 1
        digest 72d34a1436165ac4
      """;

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void theFileHasALineForEverything() {
    assertEquals(FROZEN, freeze(new FreezeFile(List.of()), false, "1.0", GREETER).print());
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    assertEquals(FROZEN, frozen().print());
    assertEquals("", messages());
  }

  @Test
  void whatDidNotChangeKeepsItsTerm() {
    assertEquals(FROZEN, freeze(frozen(), true, "2.0", GREETER).print());
  }

  @Test
  void otherFilesStayFrozen() {
    String other = "[uuid(00000000-0000-0000-0000-000000000003)] interface exIOther {};";
    FreezeFile now =
        new Freezer(frozen(), Term.at("2.0"), Set.of(), false)
            .freeze(
                List.of(Compiled.of("other.idl", Map.of("other.idl", other)).file()), diagnostics);
    assertEquals("", messages());
    assertEquals(List.of("greeter.idl", "other.idl"), now.fileNames());
  }

  @Nested
  class AChange {
    @Test
    void isShownWithTheLinesOfBothFiles() {
      check(
          GREETER
              .replace("greet(in AString name)", "greet(in AUTF8String name, in long loud)")
              .replace("const long LOUD = 1;", "void more();"));
      assertEquals(
          """
          greeter.idl:5:3: error: [xpidl.frozen] exIGreeter is frozen for good and has changed
            void greet(in AUTF8String name, in long loud);
            ^
            difference: - frozen.txt, + greeter.idl
              - 17: void greet(in AString)
              - 18: const long LOUD = 1
              + 5: void greet(in AUTF8String, in long)
              + 6: void more()
            hint: leave it as it was; what is new goes into an interface that extends it, with a uuid \
          of its own: interface exIGreeter2 : exIGreeter""",
          messages());
    }

    @Test
    void isRefusedUnlessItIsAccepted() {
      String changed =
          GREETER.replace("exIAnswer : nsISupports {", "exIAnswer : nsISupports { void a();");
      freeze(frozen(), false, "2.0", changed);
      assertEquals(
          """
          greeter.idl:9:37: error: [xpidl.frozen] exIAnswer is frozen at 1.0 and has changed
          interface exIAnswer : nsISupports { void a();};
                                              ^
            difference: - frozen.txt, + greeter.idl
              + 9: void a()
            hint: leave it as it was; what is new goes into an interface that extends it, with a uuid \
          of its own: interface exIAnswer2 : exIAnswer
              if nobody depends on exIAnswer yet: xpidl freeze --accept --as VERSION -o frozen.txt \
          greeter.idl""",
          messages());
    }

    @Test
    void isFrozenWhenItIsAccepted() {
      String changed =
          GREETER.replace("exIAnswer : nsISupports {", "exIAnswer : nsISupports { void a();");
      FreezeFile now = freeze(frozen(), true, "2.0", changed);
      assertEquals("", messages());
      assertEquals(Term.at("2.0"), now.find("exIAnswer").orElseThrow().term());
    }

    @Test
    void ofWhatIsFrozenForGoodIsNeverAccepted() {
      freeze(frozen(), true, "2.0", GREETER.replace("LOUD = 1", "LOUD = 2"));
      assertEquals(
          """
          greeter.idl:6:3: error: [xpidl.frozen] exIGreeter is frozen for good and has changed
            const long LOUD = 2;
            ^
            difference: - frozen.txt, + greeter.idl
              - 18: const long LOUD = 1
              + 6: const long LOUD = 2
            hint: leave it as it was; what is new goes into an interface that extends it, with a uuid \
          of its own: interface exIGreeter2 : exIGreeter""",
          messages());
    }

    @Test
    void thatTakesAnInterfaceAwayIsShownInTheFreezeFile() {
      check(GREETER.substring(0, GREETER.lastIndexOf("[scriptable")));
      assertEquals(
          """
          frozen.txt:6:1: error: [xpidl.frozen] exIAnswer is frozen at 1.0 and is gone
          interface exIAnswer in greeter.idl, frozen at 1.0
          ^
            expected: interface exIAnswer in greeter.idl
            hint: bring it back; if nobody depends on it yet: xpidl freeze --accept --as VERSION -o \
          frozen.txt greeter.idl""",
          messages());
    }
  }

  @Nested
  class AFreezeFile {
    @Test
    void thatWasEditedIsNotBelieved() {
      FreezeFile.parse(source(FROZEN.replace("greet(in AString)", "greet(in long)")), diagnostics);
      assertEquals(
          """
          frozen.txt:19:3: error: [xpidl.freeze-file] the lines of exIGreeter are not those that were frozen
            digest 72d34a1436165ac4
            ^
            expected: digest 523cca4f25afcac0
            hint: undo the edit, or merge again; "xpidl freeze" writes this file""",
          messages());
    }

    @Test
    void thatIsSomethingElseIsSaidToBe() {
      FreezeFile.parse(source("hello\n  there\nyou\n"), diagnostics);
      assertEquals(
          """
          frozen.txt:1:1: error: [xpidl.freeze-file] this is no freeze file
          hello
          ^
            expected: xpidl-freeze 1

          frozen.txt:2:3: error: [xpidl.freeze-file] a line that belongs to no interface
            there
            ^
            expected: interface NAME in FILE.idl, frozen at VERSION (or: frozen for good)

          frozen.txt:3:1: error: [xpidl.freeze-file] this is no head of an interface
          you
          ^
            expected: interface NAME in FILE.idl, frozen at VERSION (or: frozen for good)""",
          messages());
    }

    @Test
    void thatIsCutOffIsNotBelieved() {
      FreezeFile.parse(source(FROZEN.substring(0, FROZEN.lastIndexOf("  digest"))), diagnostics);
      assertEquals(
          """
          frozen.txt:12:1: error: [xpidl.freeze-file] digest of exIGreeter is missing
          interface exIGreeter in greeter.idl, frozen for good
          ^
            hint: "xpidl freeze" writes this file""",
          messages());
    }

    @Test
    void mayHaveTheLineEndsOfAnotherSystem() {
      FreezeFile read = FreezeFile.parse(source(FROZEN.replace("\n", "\r\n")), diagnostics);
      assertEquals("", messages());
      assertEquals(FROZEN, read.print());
    }
  }

  private void check(String text) {
    new FreezeCheck(frozen(), diagnostics).check(List.of(compiled(text)));
  }

  private FreezeFile frozen() {
    return FreezeFile.parse(source(FROZEN), diagnostics);
  }

  private FreezeFile freeze(FreezeFile before, boolean accept, String version, String text) {
    return new Freezer(before, Term.at(version), Set.of("exIGreeter"), accept)
        .freeze(List.of(compiled(text)), diagnostics);
  }

  private static IdlFile compiled(String text) {
    return Compiled.of(text).file();
  }

  private static SourceText source(String text) {
    return new SourceText("org/example", "frozen.txt", text);
  }

  private String messages() {
    return diagnostics.all().stream()
        .map(DiagnosticFormat::format)
        .collect(Collectors.joining("\n\n"));
  }
}
