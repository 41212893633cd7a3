package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.ForeignServer;
import org.xpcom4j.contract.host.fixture.Repository;
import org.xpcom4j.contract.host.server.CertificateAuthority;

@DisplayName("java -jar xpcom.jar")
@Timeout(600)
class CommandJarIT {
  private static final Path JAR = Repository.file("contract-tests/host/target/xpcom.jar");
  private static final int LIMIT_SECONDS = 300;

  @TempDir private Path folder;

  @Test
  void contractsHaveTheirModulesAlthoughTheJarHasNone() throws Exception {
    CommandRun run = xpcom("", "contracts");

    assertAll(
        () -> assertEquals(ExitCode.OK, run.exitCode()),
        () -> assertEquals("", run.err()),
        () -> assertHasRow("@example.org/greeter;1", "org.xpcom4j.contract.host", run),
        () -> assertHasRow("@mozilla.org/network/protocol;1?name=wss", "org.xpcom4j.necko", run),
        () -> assertHasRow("@mozilla.org/thread-manager;1", "org.xpcom4j.registry", run));
  }

  @Test
  void demoPrintsItsTranscriptAndNothingElse() throws Exception {
    CommandRun run = xpcom("", "demo");

    assertAll(
        () -> assertEquals(ExitCode.OK, run.exitCode(), run.out()),
        () -> assertEquals("", run.err()),
        () -> assertTrue(run.out().contains("onStop(context, NS_OK)"), run.out()),
        () -> assertTrue(run.out().endsWith("each as it should be\n"), run.out()));
  }

  @Test
  void openTalksToAForeignServer() throws Exception {
    try (ForeignServer server = ForeignServer.plain()) {
      CommandRun run =
          xpcom(
              "Grüße\n",
              "open",
              "ws://localhost:" + server.port() + "/",
              "--wait",
              "30",
              "--expect",
              "2");

      assertAll(
          () -> assertEquals("welcome \nGrüße\n", run.out()),
          () -> assertEquals("", run.err()),
          () -> assertEquals(ExitCode.OK, run.exitCode()));
    }
  }

  @Test
  void openTalksToAForeignServerWithTls() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create();
    Path authorityFile = authority.writePem();
    try (ForeignServer server = ForeignServer.withTls(authority.issueForLoopback())) {
      CommandRun run =
          xpcom(
              "",
              "open",
              "wss://localhost:" + server.port() + "/",
              "--ca-file",
              authorityFile.toString(),
              "--origin",
              "https://example.org",
              "--message",
              "hello",
              "--wait",
              "30",
              "--expect",
              "2");

      assertAll(
          () -> assertEquals("welcome https://example.org\nhello\n", run.out()),
          () -> assertEquals("", run.err()),
          () -> assertEquals(ExitCode.OK, run.exitCode()));
    } finally {
      Files.delete(authorityFile);
    }
  }

  @Test
  void tortureThatIsInterruptedStillReports() throws Exception {
    Path report = folder.resolve("report");
    Path out = folder.resolve("out");
    Process process =
        builder("-jar", JAR.toString(), "torture", "--server", "0", "--report", report.toString())
            .redirectOutput(out.toFile())
            .start();
    awaitLine(process, out);

    process.destroy(); // as Ctrl-C, the JVM is asked to end
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "did not end");

    List<String> lines = read(out).lines().toList();
    assertAll(
        () -> assertEquals("interrupted", lines.get(1)),
        () -> assertTrue(lines.get(2).contains(" not played"), lines.get(2)),
        () -> assertTrue(Files.readString(report.resolve("report.json")).contains("notPlayed")));
  }

  private static void awaitLine(Process process, Path out)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!read(out).contains("\n")) {
      boolean isOver = process.waitFor(20, TimeUnit.MILLISECONDS);
      assertTrue(!isOver && System.nanoTime() < end, "nothing was printed");
    }
  }

  @Test
  void helloGreeterRunsFromTheJar() throws Exception {
    CommandRun run = java("", "-cp", JAR.toString(), "org.example.greeter.HelloGreeter", "world");

    assertEquals("Hello, world!\n", run.out());
  }

  private static void assertHasRow(String contractId, String module, CommandRun run) {
    assertTrue(
        run.out()
            .lines()
            .anyMatch(line -> line.startsWith(contractId + " ") && line.endsWith("  " + module)),
        run.out());
  }

  private CommandRun xpcom(String input, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    return java(input, command.toArray(String[]::new));
  }

  private CommandRun java(String input, String... args) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        builder(args)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end; it printed\n" + read(out) + read(err));
    }
    return new CommandRun(process.exitValue(), read(out), read(err));
  }

  private static ProcessBuilder builder(String... args) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    // The JVM says that it found these, where the command complains.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
