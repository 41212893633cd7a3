package org.xpcom4j.idl.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.idl.source.DecodedText;

@DisplayName("Whatever bytes an .idl file has")
class AnyBytesFuzzTest {
  @Timeout(60)
  @DictionaryFile(resourcePath = "idl.dict")
  @MethodSource("org.xpcom4j.idl.fuzz.Seeds#idl")
  @FuzzTest(maxDuration = "5m")
  void theyAreAnswered(byte[] bytes) throws Exception {
    IdlProperties.assertAnswered(DecodedText.of(bytes).text());
  }
}
