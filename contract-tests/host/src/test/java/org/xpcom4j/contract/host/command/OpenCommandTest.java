package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.ForeignServer;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.contract.host.server.CertificateAuthority;

/** Java-WebSocket's server greets with "welcome ORIGIN" and sends back what it hears. */
@DisplayName("xpcom open, against Java-WebSocket's server")
@Timeout(300)
class OpenCommandTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static final String PATIENCE = "30";

  private ForeignServer server;

  @BeforeEach
  void startServer() throws InterruptedException {
    server = ForeignServer.plain();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void messagesGoOutAndTheirAnswersArePrinted() {
    CommandRun run = open("--message", "Grüße, 世界 🙂", "--message", "", "--expect", "3");

    assertAll(
        () -> assertEquals(List.of("welcome ", "Grüße, 世界 🙂", ""), run.out().lines().toList()),
        () -> assertEquals("", run.err()),
        () -> assertEquals(ExitCode.OK, run.exitCode()));
  }

  @Test
  void theOriginArrives() {
    CommandRun run = open("--origin", "https://example.org", "--message", "x", "--expect", "1");

    assertEquals("welcome https://example.org", run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void theServersChoiceOfProtocolIsToldWithVerbose() {
    CommandRun run =
        open("--verbose", "--protocol", "nonsense, chat", "--message", "x", "--expect", "2");

    assertTrue(run.err().contains(", protocol chat"), run.err());
  }

  @Test
  void aFileGoesOutAsOneBinaryMessage(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("payload"), new byte[1 << 20]);

    CommandRun run = open("--binary", file.toString(), "--expect", "2");

    assertEquals(
        List.of("welcome ", "binary, 1048576 bytes" + " 00".repeat(16) + " …"),
        run.out().lines().toList());
  }

  @Test
  void linesOfStandardInputBecomeMessages() {
    CommandRun run = openWith("one\nzwölf\n\nlast without newline", "--expect", "5");

    assertAll(
        () ->
            assertEquals(
                List.of("welcome ", "one", "zwölf", "", "last without newline"),
                run.out().lines().toList()),
        () -> assertEquals(ExitCode.OK, run.exitCode()));
  }

  @Test
  void manyLinesKeepTheirOrder() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      lines.append("line ").append(i).append('\n');
    }

    CommandRun run = openWith(lines.toString(), "--expect", "5001");

    assertEquals("welcome \n" + lines, run.out().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void theConnectionClosesAfterSilence() throws InterruptedException {
    CommandRun run = open("--message", "x", "--wait", "0.2");

    assertAll(
        () -> assertEquals(ExitCode.OK, run.exitCode()), () -> assertTrue(server.sawClientLeave()));
  }

  @Test
  void tooFewAnswersAreAFailure() {
    CommandRun run =
        open("--message", "x", "--message", ForeignServer.THAT_IS_ALL, "--expect", "9");

    assertAll(
        () -> assertEquals(ExitCode.TOO_FEW, run.exitCode()),
        () -> assertTrue(run.err().contains("2 of 9 expected messages arrived"), run.err()));
  }

  @Test
  void aServerThatClosesWithAnErrorCodeIsAFailureWithItsReason() throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream endless = new PipedInputStream(writer)) {
      writer.write((ForeignServer.GO_AWAY + "\n").getBytes(StandardCharsets.UTF_8));
      writer.flush();

      CommandRun run = CommandRun.with(endless, XpcomCommand::execute, "open", address());

      assertAll(
          () -> assertEquals(ExitCode.CLOSED_WITH_ERROR, run.exitCode()),
          () -> assertTrue(run.err().contains("4000 \"as you wish\""), run.err()));
    }
  }

  @Test
  void inputThatIsNoUtf8IsAFailure() {
    byte[] latin1 = "Gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
    CommandRun run =
        CommandRun.with(
            new ByteArrayInputStream(latin1),
            XpcomCommand::execute,
            "open",
            "--wait",
            "0",
            address());

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("no well-formed UTF-8"), run.err()));
  }

  @Nested
  @DisplayName("with TLS")
  class WithTls {
    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void messagesGoThereAndBackWhenTheAuthorityIsNamed() throws Exception {
      Path authorityFile = authority.writePem();
      try (ForeignServer tls = ForeignServer.withTls(authority.issueForLoopback())) {
        CommandRun run =
            CommandRun.of(
                XpcomCommand::execute,
                "open",
                "wss://127.0.0.1:" + tls.port() + "/",
                "--ca-file",
                authorityFile.toString(),
                "--message",
                "geheim",
                "--wait",
                PATIENCE,
                "--expect",
                "2");

        assertAll(
            () -> assertEquals(List.of("welcome ", "geheim"), run.out().lines().toList()),
            () -> assertEquals("", run.err()),
            () -> assertEquals(ExitCode.OK, run.exitCode()));
      } finally {
        Files.delete(authorityFile);
      }
    }
  }

  @Test
  void anOutputThatNobodyReadsEndsItThoughTheInputGoesOn() throws IOException {
    StringWriter err = new StringWriter();
    PrintWriter closedPipe =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public boolean checkError() {
            return true;
          }
        };

    try (PipedOutputStream openEnd = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(openEnd)) {
      int exitCode =
          XpcomCommand.execute(input, closedPipe, new PrintWriter(err), "open", address());

      assertEquals(ExitCode.FAILED, exitCode);
      assertTrue(err.toString().contains("standard output takes nothing more"), err.toString());
    }
  }

  private String address() {
    return "ws://localhost:" + server.port() + "/";
  }

  private CommandRun open(String... options) {
    return openWith("", options);
  }

  private CommandRun openWith(String input, String... options) {
    List<String> args = new ArrayList<>(List.of("open", address()));
    args.addAll(List.of(options));
    if (!args.contains("--wait")) {
      args.addAll(List.of("--wait", PATIENCE)); // what is expected may come late, not never
    }
    return CommandRun.with(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        XpcomCommand::execute,
        args.toArray(String[]::new));
  }
}
