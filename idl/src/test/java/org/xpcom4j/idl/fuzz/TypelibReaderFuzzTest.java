package org.xpcom4j.idl.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.idl.typelib.Typelib;
import org.xpcom4j.idl.typelib.TypelibFormatException;
import org.xpcom4j.idl.typelib.TypelibPrinter;
import org.xpcom4j.idl.typelib.TypelibReader;

@DisplayName("Whatever bytes a typelib has")
class TypelibReaderFuzzTest {
  /** What a byte of the file may become in text, and what the text has of its own. */
  private static final int MOST_PER_BYTE = 50;

  private static final int MOST_ALWAYS = 100_000;

  @Timeout(60)
  @MethodSource("org.xpcom4j.idl.fuzz.Seeds#typelibs")
  @FuzzTest(maxDuration = "5m")
  void itIsPrintedOrRefused(byte[] bytes) {
    try {
      Typelib typelib = TypelibReader.read(bytes);
      int length = TypelibPrinter.print(typelib).length();
      assertTrue(length < MOST_ALWAYS + MOST_PER_BYTE * bytes.length, () -> "long: " + length);
    } catch (TypelibFormatException refused) {
      assertTrue(refused.offset() >= 0 && refused.offset() <= bytes.length, refused.getMessage());
    }
  }
}
