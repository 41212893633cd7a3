package org.xpcom4j.contract.host.demo;

import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xpcom4j.contract.host.server.CertificateAuthority;
import org.xpcom4j.contract.host.server.EchoServer;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.result.XpcomException;

/**
 * The main job, start to end: a loopback TLS WebSocket server, and a host that finds the channel by
 * contract ID and talks over it. Everything it waits for is bounded, and nothing stays behind.
 */
public final class Demonstration {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<Message> MESSAGES =
      List.of(
          new Message.Text("text message", "Grüße, 世界 🙂"),
          new Message.Binary("binary message", 10),
          new Message.Binary("1 MiB message", 1 << 20),
          new Message.Text("empty message", ""));

  private final X509Bundle certificate;
  private final CertificateAuthority trusted;
  private final Duration patience;

  /** Demonstrates with a certificate from an authority that the host is told to trust. */
  public Demonstration() {
    this(CertificateAuthority.create(), PATIENCE);
  }

  private Demonstration(CertificateAuthority authority, Duration patience) {
    this(authority.issueForLoopback(), authority, patience);
  }

  /** Demonstrates with any certificate, which may then be refused. */
  Demonstration(X509Bundle certificate, CertificateAuthority trusted, Duration patience) {
    this.certificate = certificate;
    this.trusted = trusted;
    this.patience = patience;
  }

  /**
   * Does the steps in order, up to the first that is not as it should be.
   *
   * @param observer told each step when it is done
   * @return whether all steps were as they should be
   * @throws IOException when the authority's certificate cannot be written to a temporary file
   */
  public boolean run(Consumer<Step> observer) throws IOException {
    Path authorityFile = trusted.writePem();
    try (EchoServer server = EchoServer.start(certificate);
        Xpcom xpcom = Xpcom.start(trusting(authorityFile))) {
      return talk(xpcom, server, observer);
    } finally {
      Files.delete(authorityFile);
    }
  }

  private boolean talk(Xpcom xpcom, EchoServer server, Consumer<Step> observer) {
    DemoHost host;
    try {
      host = new DemoHost(xpcom, server, patience);
    } catch (XpcomException e) {
      return done(Notes.failed("component", e), observer);
    }
    return steps().map(step -> step.apply(host)).allMatch(step -> done(step, observer));
  }

  private static Stream<Function<DemoHost, Step>> steps() {
    return Stream.of(
            Stream.<Function<DemoHost, Step>>of(
                DemoHost::component, DemoHost::open, DemoHost::connection),
            MESSAGES.stream()
                .<Function<DemoHost, Step>>map(message -> host -> host.exchange(message)),
            Stream.<Function<DemoHost, Step>>of(DemoHost::close, DemoHost::afterwards))
        .flatMap(Function.identity());
  }

  private static boolean done(Step step, Consumer<Step> observer) {
    observer.accept(step);
    return step.unmet().isEmpty();
  }

  private static XpcomOptions trusting(Path authorityFile) {
    return XpcomOptions.defaults()
        .withPreferences(Map.of("security.ca-file", authorityFile.toString()));
  }
}
