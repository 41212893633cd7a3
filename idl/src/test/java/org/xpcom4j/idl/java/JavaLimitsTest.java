package org.xpcom4j.idl.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("JavaLimits: what IDL may say and the JVM cannot")
class JavaLimitsTest {
  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({"in long, 254", "in double, 127", "in unsigned long, 127", "out long long, 254"})
  void asManyParametersAsTheJvmTakesAreNoError(String parameter, int count) {
    assertEquals("", errors("void m(" + parameters(parameter, count) + ");"));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "in long, 255, 255",
    "in double, 128, 256",
    "in unsigned long long, 128, 256",
    "inout long long, 255, 255"
  })
  void oneParameterMoreIsAnError(String parameter, int count, int slots) {
    assertEquals(
        "method m has too many parameters for Java: " + slots,
        errors("void m(" + parameters(parameter, count) + ");"));
  }

  @Test
  void whatIsOnlyForNativeCodeMayHaveAnyNumber() {
    assertEquals("", errors("[noscript] void m(" + parameters("in long", 1000) + ");"));
  }

  private static String parameters(String parameter, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> parameter + " p" + i)
        .collect(Collectors.joining(", "));
  }

  private static String errors(String members) {
    Diagnostics diagnostics = new Diagnostics();
    JavaLimits.check(Compiled.ofMembers(members).file(), diagnostics);
    return diagnostics.all().stream().map(each -> each.message()).collect(Collectors.joining("\n"));
  }
}
