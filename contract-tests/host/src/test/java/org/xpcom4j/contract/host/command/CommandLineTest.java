package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.NoLeftovers;

@DisplayName("xpcom: the command line")
class CommandLineTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  @Test
  void helpNamesTheSubcommandsAndExitCodes() {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "--help");

    assertAll(
        () -> assertEquals(0, run.exitCode()),
        () -> assertTrue(run.out().contains("open"), run.out()),
        () -> assertTrue(run.out().contains("contracts"), run.out()),
        () -> assertTrue(run.out().contains("demo"), run.out()),
        () -> assertTrue(run.out().contains("Exit codes:"), run.out()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--protocol", "--origin", "--message", "--binary", "--ca-file", "--wait"})
  void helpOfOpenNamesItsOptions(String option) {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "open", "--help");

    assertTrue(run.out().contains(option), run.out());
  }

  @Test
  void versionIsThatOfTheBuild() {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "--version");

    assertTrue(run.out().matches("(?s)xpcom \\d+\\.\\d+\\.\\d+\\S*\\s+Java .*"), run.out());
  }

  @Test
  void noSubcommandIsAUsageError() {
    assertEquals(ExitCode.USAGE, CommandRun.of(XpcomCommand::execute).exitCode());
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    CommandRun run =
        CommandRun.of(XpcomCommand::execute, "open", "--mesage", "x", "ws://localhost");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("--message"), run.err()));
  }

  @Test
  void aFileThatIsNotThereIsAUsageError(@TempDir Path folder) {
    String missing = folder.resolve("missing").toString();
    CommandRun run =
        CommandRun.of(XpcomCommand::execute, "open", "--binary", missing, "ws://localhost");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains(missing), run.err()));
  }

  @Test
  void aMessageThatTheLocaleBrokeIsAUsageError() {
    CommandRun run =
        CommandRun.of(XpcomCommand::execute, "open", "--message", "Gr\uFFFDn", "ws://localhost");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("LC_ALL=C.UTF-8"), run.err()));
  }

  @ParameterizedTest(name = "--wait {0}")
  @ValueSource(strings = {"-1", "NaN", "Infinity", "soon"})
  void aTimeThatIsNoneIsAUsageError(String seconds) {
    CommandRun run =
        CommandRun.of(XpcomCommand::execute, "open", "--wait", seconds, "ws://localhost");

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void aUsageErrorIsOneLineAndAHint() {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "open");

    assertEquals(
        List.of("xpcom: Missing required parameter: 'URL'", "  hint: xpcom open --help"),
        run.err().lines().toList());
  }
}
