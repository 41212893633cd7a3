package org.xpcom4j.idl.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;

@DisplayName("Whatever bytes a freeze file has")
class FreezeFileFuzzTest {
  @Timeout(60)
  @MethodSource("org.xpcom4j.idl.fuzz.Seeds#freezeFiles")
  @FuzzTest(maxDuration = "5m")
  void itIsRefusedOrPrintedSoThatItReadsTheSame(byte[] bytes) {
    var diagnostics = new Diagnostics();
    FreezeFile read = parse(DecodedText.of(bytes).text(), diagnostics);
    for (Diagnostic each : diagnostics.all()) {
      assertFalse(DiagnosticFormat.format(each).isEmpty());
    }
    var again = new Diagnostics();
    assertEquals(read.print(), parse(read.print(), again).print());
    assertFalse(again.hasErrors(), read::print);
  }

  private static FreezeFile parse(String text, Diagnostics diagnostics) {
    return FreezeFile.parse(new SourceText("", "frozen.txt", text), diagnostics);
  }
}
