package org.xpcom4j.contract.host.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Talks to a WebSocket server from the shell. */
@Command(
    name = "open",
    description = {
      "Opens a WebSocket, sends messages and prints what arrives.",
      "Text messages come first, then binary ones. Without --message, each line of standard input"
          + " becomes a text message too, until the input ends."
    })
final class OpenCommand implements Callable<Integer> {
  /** Stands in an argument that the JVM could not decode. */
  private static final char UNDECODABLE = '\uFFFD';

  private static final int MAX_WAIT_SECONDS = 86_400;

  private final InputStream in;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private XpcomCommand parent;

  @Parameters(paramLabel = "URL", description = "A ws: or wss: address.")
  private String url = "";

  @Option(
      names = "--protocol",
      paramLabel = "P",
      description = "Subprotocols to offer, separated by commas, best first.")
  private String protocol = "";

  @Option(names = "--origin", paramLabel = "O", description = "Value of the Origin header.")
  private String origin = "";

  @Option(names = "--message", paramLabel = "TEXT", description = "A text message; repeatable.")
  private List<String> messages = List.of();

  @Option(
      names = "--binary",
      paramLabel = "FILE",
      description = "A file that is sent as one binary message; repeatable.")
  private List<Path> binaries = List.of();

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = {
        "PEM file of certificate authorities to trust beside the JDK's; repeatable.",
        "Default: the preference security.ca-file (-Dxpcom4j.pref.security.ca-file=FILE)."
      })
  private List<Path> authorityFiles = List.of();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = {
        "After the last message was sent, close when nothing has arrived for this long."
            + " Default: ${DEFAULT-VALUE}."
      })
  private double waitSeconds;

  @Option(
      names = "--expect",
      paramLabel = "N",
      defaultValue = "0",
      description = "Close as soon as N messages have arrived; fail when fewer do.")
  private int expected;

  @Mixin private TimingOption timing = new TimingOption();

  OpenCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    OpenRequest request = request();
    Terminal terminal = new Terminal(in, spec.commandLine().getOut(), spec.commandLine().getErr());
    try (AuthorityFile authorities = AuthorityFile.join(authorityFiles.stream().map(this::read));
        Xpcom xpcom = Xpcom.start(options(authorities))) {
      int exitCode = new OpenSession(xpcom, request, terminal).run();
      timing.report(xpcom, terminal.err());
      return exitCode;
    }
  }

  private OpenRequest request() {
    if (!(waitSeconds >= 0 && waitSeconds <= MAX_WAIT_SECONDS)) { // neither is so for NaN
      throw new ParameterException(
          spec.commandLine(), "--wait must be from 0 to " + MAX_WAIT_SECONDS + " seconds");
    }
    if (expected < 0) {
      throw new ParameterException(spec.commandLine(), "--expect must not be less than 0");
    }
    messages.forEach(this::requireDecodable);
    return new OpenRequest(
        url,
        protocol,
        origin,
        messages,
        binaries.stream().map(this::read).map(ByteBuffer::wrap).toList(),
        messages.isEmpty(),
        Duration.ofMillis(Math.round(waitSeconds * 1000)),
        expected,
        parent.isVerbose());
  }

  private void requireDecodable(String message) {
    if (message.indexOf(UNDECODABLE) >= 0) {
      throw new ParameterException(
          spec.commandLine(),
          "a message has characters that Java cannot read in this locale; set LC_ALL=C.UTF-8, or"
              + " send it through standard input");
    }
  }

  private byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "cannot read " + file + ": " + e, e);
    }
  }

  private static XpcomOptions options(AuthorityFile authorities) {
    return authorities
        .path()
        .map(Path::toString)
        .map(file -> XpcomOptions.defaults().withPreferences(Map.of("security.ca-file", file)))
        .orElse(XpcomOptions.defaults());
  }
}
