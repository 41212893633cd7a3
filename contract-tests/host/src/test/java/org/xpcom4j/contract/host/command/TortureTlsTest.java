package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.RunningCommand;
import org.xpcom4j.contract.host.server.CertificateAuthority;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.OutgoingConnection;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.ScriptedServer;
import org.xpcom4j.contract.kit.websocket.Wire;

@DisplayName("xpcom torture, with TLS,")
@Timeout(300)
class TortureTlsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void makesACertificateThatTheClientCanTrustByFileOrByFingerprint() throws Exception {
    Path pem = folder.resolve("ca.pem");
    RunningCommand command =
        start("--server", "0", "--tls", "--certificate", pem.toString(), "--cases", "ping.*");

    String address = command.nextLine().replaceFirst("^\\d+ cases at (wss://.*)/next$", "$1");
    String fingerprint = command.nextLine();
    finish(URI.create(address + "/finish"), pem);

    assertAll(
        () -> assertEquals("certificate, SHA-256: " + fingerprintOf(read(pem)), fingerprint),
        () -> assertEquals(ExitCode.FAILED, command.exitCode(), "for nothing was played"));
  }

  @Test
  void takesAKeyStore() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path pem = folder.resolve("ca.pem");
    Certificate certificate = writeKeyStore(keys, "secret");
    RunningCommand command =
        start(
            "--server",
            "0",
            "--key-store",
            keys.toString(),
            "--key-store-password",
            "secret",
            "--certificate",
            pem.toString());

    String address = command.nextLine().replaceFirst("^\\d+ cases at (wss://.*)/next$", "$1");
    String fingerprint = command.nextLine();
    finish(URI.create(address + "/finish"), pem);
    command.exitCode();

    assertEquals("certificate, SHA-256: " + fingerprintOf(certificate), fingerprint);
  }

  @Test
  void putsAServerUnderTortureWhoseCertificateIsInAFile() throws Exception {
    ServerCertificate certificate = ServerCertificate.selfSigned();
    Path pem = Files.writeString(folder.resolve("ca.pem"), certificate.pem());
    try (ScriptedServer server =
        ScriptedServer.withTls(
            certificate.context(),
            LIMIT,
            client -> {
              try (Wire wire = client.accept()) {
                echo(wire);
              }
            })) {
      CommandRun run =
          torture(
              "--client",
              "wss://localhost:" + server.port() + "/",
              "--ca-file",
              pem.toString(),
              "--cases",
              "framing.text.1,framing.binary.65536");

      assertAll(
          () -> assertEquals("", run.err()),
          () -> assertTrue(run.out().contains("/: 2 ok, 0 non-strict, 0 failed"), run.out()),
          () -> assertEquals(ExitCode.OK, run.exitCode()));
    }
  }

  @Test
  void tellsHowToTrustAServerThatNobodyKnows() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create();
    Path keys = folder.resolve("keys.p12");
    try (OutputStream out = Files.newOutputStream(keys)) {
      authority.issueForLoopback().toKeyStore(new char[0]).store(out, new char[0]);
    }
    RunningCommand server = start("--server", "0", "--key-store", keys.toString());
    String address = server.nextLine().replaceFirst("^\\d+ cases at (wss://.*)/next$", "$1");

    CommandRun run = torture("--client", address + "/count");

    Path pem = authority.writePem();
    finish(URI.create(address + "/finish"), pem);
    Files.delete(pem);
    server.exitCode();
    assertAll(
        () -> assertEquals(ExitCode.CONNECTION, run.exitCode()),
        () -> assertTrue(run.err().contains("cannot connect to " + address), run.err()),
        () -> assertTrue(run.err().contains("hint: --ca-file"), run.err()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "--server 0 --tls --key-store keys.p12 ; give one of them",
        "--server 0 --certificate ca.pem ; --certificate needs --tls or --key-store",
        "--server 0 --ca-file ca.pem ; --ca-file is for --client",
        "--server 0 --key-store nothing.p12 ; cannot read nothing.p12",
        "--server 0 --tls --certificate no/such/folder/ca.pem ; cannot write no/such/folder/ca.pem",
        "--client wss://localhost/ --tls ; are for --server",
        "--client wss://localhost/ --ca-file nothing.pem ; cannot read nothing.pem",
      })
  void saysWhatDoesNotGoTogether(String options, String sentence) {
    CommandRun run = torture(options.split(" "));

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains(sentence), run.err()));
  }

  @Test
  void saysThatThePasswordIsWrong() throws Exception {
    Path keys = folder.resolve("keys.p12");
    writeKeyStore(keys, "secret");

    CommandRun run =
        torture("--server", "0", "--key-store", keys.toString(), "--key-store-password", "other");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("the password of " + keys), run.err()));
  }

  @Test
  void saysThatAFileIsNoKeyStore() throws IOException {
    Path file = Files.writeString(folder.resolve("keys.p12"), "not at all");

    CommandRun run = torture("--server", "0", "--key-store", file.toString());

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains(file + " is no key store"), run.err()));
  }

  @Test
  void saysThatAFileHasNoCertificate() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "not at all");

    CommandRun run = torture("--client", "wss://localhost/", "--ca-file", file.toString());

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () -> assertTrue(run.err().contains("there is no certificate in " + file), run.err()));
  }

  /** What the hostile server's client says last. */
  private static void finish(URI address, Path trusted) throws Exception {
    try (OutgoingConnection connection =
        OutgoingConnection.dial(address, TrustedFiles.context(List.of(trusted)), LIMIT)) {
      connection.exchange(connection.request());
      try (Wire wire = connection.open(null)) {
        PeerEvent.Close close = (PeerEvent.Close) wire.next(LIMIT);
        wire.send(Frame.close(close.code().orElseThrow(), ""));
      }
    }
  }

  private static void echo(Wire wire) throws IOException, InterruptedException {
    PeerEvent event = wire.next(LIMIT);
    while (event instanceof PeerEvent.Message message) {
      wire.send(List.of(Frame.of(message.opcode(), message.payload())), Chunks.WHOLE);
      event = wire.next(LIMIT);
    }
    if (event instanceof PeerEvent.Close close) {
      wire.send(Frame.close(close.code().orElseThrow(), ""));
      wire.finishSending();
      wire.next(LIMIT);
    }
  }

  private static Certificate writeKeyStore(Path file, String password) throws Exception {
    X509Bundle issued = CertificateAuthority.create().issueForLoopback();
    try (OutputStream out = Files.newOutputStream(file)) {
      issued.toKeyStore(password.toCharArray()).store(out, password.toCharArray());
    }
    return issued.getCertificate();
  }

  private static Certificate read(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static String fingerprintOf(Certificate certificate) throws Exception {
    return HexFormat.ofDelimiter(":")
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
        .toUpperCase(Locale.ROOT);
  }

  private static RunningCommand start(String... options) {
    return RunningCommand.start(XpcomCommand::execute, command(options));
  }

  private static CommandRun torture(String... options) {
    return CommandRun.of(XpcomCommand::execute, command(options));
  }

  private static String[] command(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "torture";
    System.arraycopy(options, 0, args, 1, options.length);
    return args;
  }
}
