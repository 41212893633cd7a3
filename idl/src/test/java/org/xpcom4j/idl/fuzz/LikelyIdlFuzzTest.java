package org.xpcom4j.idl.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;

@DisplayName("IDL that is right, or nearly so")
class LikelyIdlFuzzTest {
  @Timeout(60)
  @FuzzTest(maxDuration = "5m")
  void isAnswered(FuzzedDataProvider data) throws Exception {
    IdlProperties.assertAnswered(new IdlWriter(data).write());
  }
}
