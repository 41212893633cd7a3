package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.contract.host.fixture.ScriptedServer;
import org.xpcom4j.contract.host.fixture.Upgrade;
import org.xpcom4j.contract.host.server.CertificateAuthority;

@DisplayName("xpcom open, when it cannot work")
@Timeout(300)
class OpenFailuresTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"", "localhost", "ws//localhost", "ws://", "ws://local host/", "ws://h:99999/"})
  void aMalformedAddressIsRefused(String address) {
    assertFails(ExitCode.REFUSED, "NS_ERROR_MALFORMED_URI", open(address));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"http://localhost/", "file:///etc/hosts", "mailto:a@b.example"})
  void anAddressOfAnotherSchemeIsRefused(String address) {
    assertFails(ExitCode.REFUSED, "NS_ERROR_UNKNOWN_PROTOCOL", open(address));
  }

  @Test
  void aFragmentIsRefused() {
    assertFails(ExitCode.REFUSED, "NS_ERROR_MALFORMED_URI", open("ws://localhost/#top"));
  }

  @Test
  void aBlockedPortIsRefused() {
    assertFails(ExitCode.REFUSED, "NS_ERROR_PORT_ACCESS_NOT_ALLOWED", open("ws://localhost:25/"));
  }

  @Test
  void anOriginThatIsNoHeaderValueIsRefused() throws IOException {
    assertFails(
        ExitCode.REFUSED,
        "NS_ERROR_ILLEGAL_VALUE",
        open("ws://localhost:" + freePort() + "/", "--origin", "https://a\r\nX-Injected: 1"));
  }

  @Test
  void aPortWhereNothingListensRefusesTheConnection() throws IOException {
    int port = freePort();

    assertFails(
        ExitCode.CONNECTION, "NS_ERROR_CONNECTION_REFUSED", open("ws://localhost:" + port + "/"));
  }

  @Test
  void aRefusalEndsItAlsoWhereOnStartDoesNotComeOnFailure() throws IOException {
    String preference = "xpcom4j.pref.network.websocket.start-on-failure";
    System.setProperty(preference, "false");
    try {
      aPortWhereNothingListensRefusesTheConnection();
    } finally {
      System.clearProperty(preference);
    }
  }

  @Test
  void anUnknownHostIsNamedSo() {
    String host = "x".repeat(64) + ".invalid"; // no name server is asked for so long a label

    assertFails(ExitCode.CONNECTION, "NS_ERROR_UNKNOWN_HOST", open("ws://" + host + "/"));
  }

  @Nested
  @DisplayName("because of the server's answer")
  class Answers {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"200 OK", "403 Forbidden", "404 Not Found", "503 Service Unavailable"})
    void anythingButSwitchingProtocolsIsARefusal(String status) throws Exception {
      try (ScriptedServer server =
          ScriptedServer.answering(
              request -> "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")) {
        assertFailsAndLeaves("NS_ERROR_WEBSOCKET_CONNECTION_REFUSED", "ws", server);
      }
    }

    @Test
    void aWrongAcceptValueIsIllegal() throws Exception {
      try (ScriptedServer server = ScriptedServer.answering(Upgrade::acceptWrongly)) {
        assertFailsAndLeaves("NS_ERROR_ILLEGAL_VALUE", "ws", server);
      }
    }

    @Test
    void anAnswerThatIsNoHttpIsAFailure() throws Exception {
      try (ScriptedServer server = ScriptedServer.answering(request -> "hello\r\n\r\n")) {
        assertFailsAndLeaves("NS_ERROR_", "ws", server);
      }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
      "'\u0083\u0000', reserved opcode",
      "'\u0081\u0085\u0001\u0002\u0003\u0004hello', masked by the server",
      "'\u00c1\u0001x', reserved bit without an extension"
    })
    void aFrameThatBreaksTheProtocolIsIllegal(String frame, String kind) throws Exception {
      try (ScriptedServer server =
          ScriptedServer.answering(request -> Upgrade.accept(request) + frame)) {
        assertFailsAndLeaves("NS_ERROR_ILLEGAL_VALUE", "ws", server);
      }
    }
  }

  @Nested
  @DisplayName("because of the server's certificate")
  class Certificates {
    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void anAuthorityThatNobodyNamedIsUnknown() throws Exception {
      try (ScriptedServer server = ScriptedServer.showing(authority.issueForLoopback())) {
        assertFailsAndLeaves("SEC_ERROR_UNKNOWN_ISSUER", "wss", server);
      }
    }

    @Test
    void anotherHostsCertificateDoesNotFit() throws Exception {
      try (ScriptedServer server = ScriptedServer.showing(authority.issueFor("other.example"))) {
        assertFailsAndLeaves("SSL_ERROR_BAD_CERT_DOMAIN", "wss", server, trustOption());
      }
    }

    @Test
    void aCertificateWhoseTimeIsOverHasExpired() throws Exception {
      try (ScriptedServer server = ScriptedServer.showing(authority.issueExpired())) {
        assertFailsAndLeaves("SEC_ERROR_EXPIRED_CERTIFICATE", "wss", server, trustOption());
      }
    }

    private String[] trustOption() throws IOException {
      Path file = authority.writePem();
      file.toFile().deleteOnExit();
      return new String[] {"--ca-file", file.toString()};
    }
  }

  @Test
  void aFileWithoutCertificatesIsNoAuthority() throws Exception {
    Path file = Files.writeString(Files.createTempFile("not", ".pem"), "hello");
    try (ScriptedServer server =
        ScriptedServer.showing(CertificateAuthority.create().issueForLoopback())) {
      CommandRun run = open("wss://localhost:" + server.port() + "/", "--ca-file", file.toString());

      assertFails(ExitCode.CONNECTION, "NS_ERROR_NOT_AVAILABLE", run);
    } finally {
      Files.delete(file);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static CommandRun open(String address, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "open";
    args[1] = address;
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandRun.of(XpcomCommand::execute, args);
  }

  private static void assertFailsAndLeaves(
      String resultName, String scheme, ScriptedServer server, String... options)
      throws InterruptedException {
    CommandRun run = open(scheme + "://localhost:" + server.port() + "/", options);

    assertFails(ExitCode.CONNECTION, resultName, run);
    assertTrue(server.sawClientLeave(), "the client's socket is still open");
  }

  /** One line, with the result's name, its number and a sentence. */
  private static void assertFails(int exitCode, String resultName, CommandRun run) {
    assertAll(
        () -> assertEquals(exitCode, run.exitCode(), run.err()),
        () -> assertEquals("", run.out()),
        () ->
            assertTrue(
                run.err().matches("(?s)xpcom: .*" + resultName + "\\w* \\(0x[0-9A-F]{8}\\): .+"),
                run.err()));
  }
}
