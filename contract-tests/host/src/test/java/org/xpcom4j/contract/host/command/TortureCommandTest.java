package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.kit.websocket.ScriptedServer;

@DisplayName("xpcom torture")
class TortureCommandTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void needsAnEndpoint() {
    assertEquals(ExitCode.USAGE, torture().exitCode());
  }

  @Test
  void takesOneEndpointOnly() {
    CommandRun run = torture("--server", "0", "--client", "ws://localhost/");

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void aPatternThatFitsNoCaseIsAUsageErrorWithTheCategories() {
    CommandRun run = torture("--server", "0", "--cases", "framng.*");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("framng.*"), run.err()),
        () -> assertTrue(run.err().contains("framing"), run.err()));
  }

  @Test
  void anAddressThatIsNoWebSocketIsAUsageError() {
    CommandRun run = torture("--client", "http://localhost/");

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void listsTheChosenCases() {
    CommandRun run = torture("--server", "0", "--list", "--cases", "close.code.1005");

    assertAll(
        () -> assertEquals(ExitCode.OK, run.exitCode()),
        () -> assertTrue(run.out().startsWith("close.code.1005  REQUIRED  "), run.out()));
  }

  @Test
  void aServerThatIsNotThereIsAConnectionError() throws IOException {
    int free;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }

    CommandRun run = torture("--client", "ws://127.0.0.1:" + free + "/");

    assertAll(
        () -> assertEquals(ExitCode.CONNECTION, run.exitCode()),
        () ->
            assertTrue(run.err().contains("cannot connect to ws://127.0.0.1:" + free), run.err()));
  }

  @Test
  void aServerThatIsNoWebSocketIsAConnectionErrorWithItsAnswer() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.plain(
            LIMIT,
            client ->
                client.answer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").close())) {
      String address = "ws://127.0.0.1:" + server.port() + "/";

      CommandRun run = torture("--client", address);

      assertAll(
          () -> assertEquals(ExitCode.CONNECTION, run.exitCode()),
          () ->
              assertEquals(
                  "xpcom: " + address + " opens no WebSocket: there was HTTP/1.1 404 Not Found\n",
                  run.err().replace(System.lineSeparator(), "\n")));
    }
  }

  @Test
  void anUnknownHostIsAConnectionError() {
    CommandRun run = torture("--client", "ws://no-such-host.invalid/");

    assertAll(
        () -> assertEquals(ExitCode.CONNECTION, run.exitCode()),
        () -> assertTrue(run.err().contains("unknown host no-such-host.invalid"), run.err()));
  }

  @Test
  void aTakenPortIsAConnectionErrorWithAWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = torture("--server", Integer.toString(taken.getLocalPort()));

      assertAll(
          () -> assertEquals(ExitCode.CONNECTION, run.exitCode()),
          () ->
              assertTrue(
                  run.err().contains("cannot listen on port " + taken.getLocalPort()), run.err()),
          () -> assertTrue(run.err().contains("--server 0 takes a free port"), run.err()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-1", "65536", "nine"})
  void aPortThatIsNoneIsAUsageError(String port) {
    CommandRun run = torture("--server", port);

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void categoriesAreChosenByName() {
    CommandRun run = torture("--server", "0", "--list", "--category", "close,ping");

    assertEquals(
        Set.of("close", "ping"),
        run.out().lines().map(line -> line.replaceFirst("\\..*", "")).collect(Collectors.toSet()));
  }

  @Test
  void aCategoryThatIsNoneIsAUsageErrorWithTheCategories() {
    CommandRun run = torture("--server", "0", "--category", "closing");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("closing"), run.err()),
        () -> assertTrue(run.err().contains("fragmentation"), run.err()));
  }

  private static CommandRun torture(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "torture";
    System.arraycopy(options, 0, args, 1, options.length);
    return CommandRun.of(XpcomCommand::execute, args);
  }
}
