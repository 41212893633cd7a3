package org.xpcom4j.contract.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a whole process of {@code xpidl check} takes, the start of its JVM included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
public class ProcessBenchmark {
  private static final String JAR = "xpidl.jar";
  private static final String COMMAND = "org.xpcom4j.idl.command.Xpidl";

  /** How many files are checked: one, all of xpcom4j-api, or 1,300 besides these. */
  @Param({"one", "api", "generated"})
  public String corpus = "";

  private Path folder = Path.of("");
  private List<String> command = List.of();

  /** Made by JMH. */
  public ProcessBenchmark() {}

  /**
   * Writes the files.
   *
   * @throws IOException if the folder for temporary files is full
   * @throws URISyntaxException never
   */
  @Setup
  public void writeFiles() throws IOException, URISyntaxException {
    folder = Files.createTempDirectory("xpidl-benchmark");
    Map<String, String> files =
        corpus.equals("generated") ? IdlCorpus.generated(1300) : IdlCorpus.api();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    command = new ArrayList<>(xpidl());
    command.addAll(List.of("check", "-I", folder.toString()));
    Stream<String> checked =
        corpus.equals("one") ? Stream.of("nsISupports.idl") : files.keySet().stream();
    checked.map(name -> folder.resolve(name).toString()).forEach(command::add);
  }

  /** The command's own jar where it was built, else the class path of this process. */
  private static List<String> xpidl() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty(JAR, "idl/target/xpidl.jar");
    return Files.exists(Path.of(jar))
        ? List.of(java, "-jar", jar)
        : List.of(java, "-cp", System.getProperty("java.class.path"), COMMAND);
  }

  /**
   * Starts a JVM that does nothing but tell its version: what nothing can be faster than.
   *
   * @return 0
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the benchmark is stopped
   */
  @Benchmark
  public int baseline() throws IOException, InterruptedException {
    return run(List.of(command.get(0), "--version"));
  }

  /**
   * Checks the files.
   *
   * @return 0
   * @throws IOException if the process cannot be started
   * @throws InterruptedException if the benchmark is stopped
   */
  @Benchmark
  public int check() throws IOException, InterruptedException {
    return run(command);
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + " of " + command.subList(0, 2));
    }
    return code;
  }

  /**
   * Deletes the files.
   *
   * @throws IOException if one cannot be deleted
   */
  @TearDown
  public void deleteFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
