package org.xpcom4j.idl.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Severity;
import org.xpcom4j.idl.diagnostic.Strictness;
import org.xpcom4j.idl.source.SourceText;

@DisplayName("FrontEnd: how bad it is, and how much is said of it")
class StrictnessTest {
  private static final String UUID = "uuid(00000000-0000-0000-0000-000000000001)";

  @Nested
  class Questionable {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "%{JS\n%}\n",
          "[UUID, noscript, noscript] interface exI {};",
          "[UUID] interface exI { void m([retval] in long a); };",
          "[UUID] interface exI { long m([retval] out long a); };",
          "[UUID] interface exI { void m(in long i, [iid_is(i)] in string r); };",
          "[UUID] interface exI { void m([iid_is(nobody)] in string r); };",
          "[UUID] interface exI { void m([default(nobody)] in long a); };",
          "interface exI \"said\";",
          "#include \"x.idl\"\n",
        })
    void isSilentOrAWarningOrAnError(String text) {
      assertEquals(List.of(), severities(Strictness.SILENT, text));
      assertEquals(List.of(Severity.WARNING), severities(Strictness.WARN, text));
      assertEquals(List.of(Severity.ERROR), severities(Strictness.STRICT, text));
    }
  }

  @Nested
  class Hints {
    @Test
    void aNearNameOfAFileThatIsNotIncluded() {
      assertEquals(
          """
          x.idl:1:74: error: [xpidl.unknown-type] type "nsIObsrver" is not declared above
          [uuid(00000000-0000-0000-0000-000000000001)] interface exI { void add(in nsIObsrver o); };
                                                                                   ^
            hint: did you mean nsIObserver? It is in nsIObserver.idl, which is not included""",
          messages("[UUID] interface exI { void add(in nsIObsrver o); };"));
    }

    @Test
    void aNearNameOfAnIncludedFile() {
      assertEquals(
          "    near: nsIObserver.idl",
          messages("#include \"nsIObsrver.idl\"")
              .lines()
              .filter(line -> line.contains("near"))
              .map(line -> "  " + line)
              .findFirst()
              .orElse(""));
    }
  }

  @Nested
  class Cascades {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "#include \"nowhere.idl\"\n[UUID] interface exI : nsIBase { attribute nsIOther o; };",
          "typedef exT exT;\n[UUID] interface exI { attribute exT t; };",
          "[UUID] interface exI : { };\n[UUID] interface exJ : exI { attribute exI i; };",
          "[UUID] interface exI { const long A = ; const long B = A + 1; };",
          "[UUID] interface exI { cenum k : 7 { A }; attribute exI_k k2; };",
          "[UUID] interface exI { void a()\n void b(); attribute long b2; };",
          "native n();\n[UUID] interface exI { attribute n x; };",
        })
    void oneMistakeIsOneError(String text) {
      assertEquals(1, severities(Strictness.WARN, text).size(), () -> messages(text));
    }
  }

  private static List<Severity> severities(Strictness strictness, String text) {
    return diagnostics(strictness, text).stream().map(Diagnostic::severity).toList();
  }

  private static String messages(String text) {
    return diagnostics(Strictness.WARN, text).stream()
        .map(DiagnosticFormat::format)
        .collect(Collectors.joining("\n\n"));
  }

  private static List<Diagnostic> diagnostics(Strictness strictness, String text) {
    Diagnostics diagnostics = new Diagnostics(strictness);
    SourceText source = new SourceText("", "x.idl", text.replace("UUID", UUID));
    new FrontEnd(new Folder(source), diagnostics).compile(source);
    return diagnostics.all();
  }

  /** Has the file and one more. */
  private record Folder(SourceText source) implements SourceFinder {
    private static final SourceText OBSERVER = new SourceText("", "nsIObserver.idl", "");

    @Override
    public Optional<SourceText> find(SourceText from, String name) {
      return List.of(source, OBSERVER).stream()
          .filter(file -> file.name().equals(name))
          .findFirst();
    }

    @Override
    public List<String> names(SourceText from) {
      return List.of("nsIObserver.idl", "x.idl");
    }

    @Override
    public String describeSearch(SourceText from) {
      return "memory";
    }
  }
}
