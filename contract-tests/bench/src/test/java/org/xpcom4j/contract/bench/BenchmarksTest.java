package org.xpcom4j.contract.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Tells that the benchmarks run. It measures nothing. */
@DisplayName("Benchmarks, one short iteration in this process")
class BenchmarksTest {
  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({"FrontEndBenchmark,baseline", "FrontEndBenchmark,parse", "FrontEndBenchmark,compile"})
  void runOverTheFilesOfTheApi(String type, String benchmark) throws RunnerException {
    assertEquals(1, run(type + "\\." + benchmark + "$", "corpus", "api").size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"baseline", "check"})
  void startProcesses(String benchmark) throws RunnerException {
    assertEquals(1, run("ProcessBenchmark\\." + benchmark + "$", "corpus", "one").size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "baseline",
    "getService",
    "getServiceOfFamily",
    "guiceService",
    "baselineOn16Threads",
    "getServiceOn16Threads",
    "baselineInstance",
    "createInstance",
    "guiceInstance"
  })
  void lookComponentsUp(String benchmark) throws RunnerException {
    assertEquals(1, run("RegistryBenchmark\\." + benchmark + "$", "corpus", "none").size());
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "FrameEncodingBenchmark,baseline",
    "FrameEncodingBenchmark,encode",
    "FrameDecodingBenchmark,baseline",
    "FrameDecodingBenchmark,jdk",
    "FrameDecodingBenchmark,decode"
  })
  void carryMessagesOfEachKindAndSize(String type, String benchmark) throws RunnerException {
    assertEquals(6, run(type + "\\." + benchmark + "$", "bytes", "64", "16384").size());
  }

  private static Collection<RunResult> run(String pattern, String parameter, String... values)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(pattern)
                    .param(parameter, values)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(10))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    assertFalse(results.isEmpty(), pattern);
    return results;
  }
}
