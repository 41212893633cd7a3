package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.contract.host.fixture.CommandRun;

@DisplayName("xpcom torture")
class TortureCommandTest {
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

  private static CommandRun torture(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "torture";
    System.arraycopy(options, 0, args, 1, options.length);
    return CommandRun.of(XpcomCommand::execute, args);
  }
}
