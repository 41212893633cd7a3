package org.xpcom4j.contract.host.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.suite.torture.CaseResult;
import org.xpcom4j.contract.suite.torture.CaseSelection;
import org.xpcom4j.contract.suite.torture.Timing;
import org.xpcom4j.contract.suite.torture.TortureCase;
import org.xpcom4j.contract.suite.torture.TortureClient;
import org.xpcom4j.contract.suite.torture.TortureRun;
import org.xpcom4j.contract.suite.torture.TortureServer;
import org.xpcom4j.contract.suite.torture.Verdict;
import org.xpcom4j.contract.suite.torture.report.ReportFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts any WebSocket client or server under torture. */
@Command(
    name = "torture",
    description = {
      "Plays hostile WebSocket cases to an endpoint that echoes each message, and reports.",
      "",
      "With --server, the client under test connects to ws://127.0.0.1:PORT/next until the answer is"
          + " HTTP 410; /count tells how many cases there are, /case/N plays one, /finish ends early."
          + " Clients that are written for the Autobahn test suite work unchanged.",
      "",
      "With --client, the server under test is connected to once for each case.",
      "",
      "What failed or was not strict is printed as it comes, and the counts at the end, also after"
          + " Ctrl-C. The exit code is 0 when every case was played and none failed, 1 otherwise, and"
          + " 4 when the server cannot be reached or the port is taken.",
      ""
    },
    footer = {
      "",
      "For example:",
      "  xpcom torture --server 9001 --report report",
      "  xpcom torture --server 9001 --tls --certificate ca.pem --category close,utf8",
      "  xpcom torture --client wss://localhost:8443/echo --ca-file ca.pem --category ping"
    })
final class TortureCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Endpoint endpoint;

  @Option(
      names = {"--cases", "--case"},
      paramLabel = "PATTERN",
      split = ",",
      description =
          "Ids with commas between them; * stands for anything: framing.*,utf8.invalid.*."
              + " Default: all.")
  private List<String> patterns = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      description = "Whole categories, beside --cases: close,utf8. --list shows what there is.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write index.html and report.json there.")
  private @Nullable Path report;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How long to wait for what the endpoint has to do; with --server, six times that for the"
              + " client to come again. Default: ${DEFAULT-VALUE}.")
  private int patience;

  @Option(names = "--list", description = "List the chosen cases and play none.")
  private boolean list;

  @Option(
      names = "--tls",
      description =
          "With --server: speak TLS, with a new self-signed certificate for localhost, whose"
              + " fingerprint is printed.")
  private boolean isSecure;

  @Option(
      names = "--key-store",
      paramLabel = "FILE",
      description = "With --server: speak TLS with the key in this file, PKCS #12 or JKS.")
  private @Nullable Path keyStore;

  @Option(
      names = "--key-store-password",
      paramLabel = "PASSWORD",
      description = "The password of that file and of its key. Default: none.")
  private String password = "";

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "With TLS: write the server's certificate there, for the client to trust (PEM).")
  private @Nullable Path certificateFile;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description =
          "With --client wss://…: PEM file of certificates to trust beside the JDK's; repeatable.")
  private List<Path> authorities = new ArrayList<>();

  /** One of two. */
  static final class Endpoint {
    @Option(
        names = "--server",
        paramLabel = "PORT",
        description = "Play the hostile server for a client under test; 0 for a free port.")
    private @Nullable Integer port;

    @Option(
        names = "--client",
        paramLabel = "URL",
        description = "Play the hostile client for a server under test, a ws: or wss: address.")
    private @Nullable URI url;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<TortureCase> cases = cases();
    if (list) {
      list(cases);
      return ExitCode.OK;
    }
    Timing timing = Timing.of(Duration.ofSeconds(checkedPatience()));
    try {
      TortureRun run =
          endpoint.url == null ? serve(cases, timing) : attack(endpoint.url, cases, timing);
      tell(run);
      return run.isPassed() ? ExitCode.OK : ExitCode.FAILED;
    } catch (ConnectException e) {
      err().println("xpcom: " + e.getMessage());
      if (e.getCause() instanceof SSLException) {
        err().println("  hint: --ca-file FILE names a certificate to trust");
      }
      return ExitCode.CONNECTION;
    }
  }

  private List<TortureCase> cases() {
    List<String> chosen = new ArrayList<>(patterns);
    categories.forEach(category -> chosen.add(category.strip() + ".*"));
    try {
      return CaseSelection.of(chosen.isEmpty() ? "*" : String.join(",", chosen));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private int checkedPatience() {
    if (patience < 1 || patience > 3600) {
      throw usage("--patience must be from 1 to 3600 seconds");
    }
    return patience;
  }

  private void list(List<TortureCase> cases) {
    List<List<String>> rows = new ArrayList<>();
    for (TortureCase torture : cases) {
      rows.add(List.of(torture.id(), torture.level().name(), torture.rule()));
    }
    Columns.of(rows).forEach(out()::println);
  }

  private TortureRun serve(List<TortureCase> cases, Timing timing)
      throws IOException, InterruptedException {
    int port = endpoint.port == null ? 0 : endpoint.port;
    if (port < 0 || port > 65535) {
      throw usage("--server must be from 0 to 65535");
    }
    if (!authorities.isEmpty()) {
      throw usage("--ca-file is for --client; --server has --tls and --key-store");
    }
    ServerCertificate certificate = certificate();
    try (TortureServer server =
        certificate == null
            ? TortureServer.start(port, cases, timing, this::show)
            : TortureServer.startWithTls(port, certificate.context(), cases, timing, this::show)) {
      announce(server, certificate);
      return LastWords.unlessDone(
          () -> {
            server.awaitEnd(timing.budget());
            return server.run();
          },
          () -> tellInterrupted(server::run));
    } catch (UncheckedIOException e) {
      throw new ConnectException(e.getMessage() + "; --server 0 takes a free port");
    }
  }

  private @Nullable ServerCertificate certificate() throws IOException {
    if (isSecure && keyStore != null) {
      throw usage("--tls makes a certificate, --key-store has one: give one of them");
    }
    if (!isSecure && keyStore == null) {
      if (certificateFile != null) {
        throw usage("--certificate needs --tls or --key-store");
      }
      return null;
    }
    ServerCertificate certificate;
    try {
      certificate =
          keyStore == null
              ? ServerCertificate.selfSigned()
              : ServerCertificate.from(keyStore, password);
    } catch (IOException e) {
      throw usage("--key-store: " + e.getMessage());
    }
    if (certificateFile != null) {
      try {
        Files.writeString(certificateFile, certificate.pem());
      } catch (IOException e) {
        throw usage("--certificate: cannot write " + certificateFile + ": " + e);
      }
    }
    return certificate;
  }

  private void announce(TortureServer server, @Nullable ServerCertificate certificate) {
    String scheme = certificate == null ? "ws://127.0.0.1:" : "wss://localhost:";
    out().println(server.count() + " cases at " + scheme + server.port() + "/next");
    if (certificate != null) {
      out().println("certificate, SHA-256: " + certificate.fingerprint());
    }
    out().flush();
  }

  private TortureRun attack(URI url, List<TortureCase> cases, Timing timing)
      throws IOException, InterruptedException {
    boolean isWebSocket = "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
    if (!isWebSocket || url.getHost() == null) {
      throw usage("--client must be a ws: or wss: address, not " + url);
    }
    if (isSecure || keyStore != null || certificateFile != null) {
      throw usage("--tls, --key-store and --certificate are for --server; --client has --ca-file");
    }
    TortureClient client;
    try {
      client = new TortureClient(url, TrustedFiles.context(authorities), timing);
    } catch (IOException e) {
      throw usage("--ca-file: " + e.getMessage());
    }
    TortureNotes notes = new TortureNotes(url, cases);
    return LastWords.unlessDone(
        () ->
            client.run(
                cases,
                result -> {
                  notes.add(result);
                  show(result);
                }),
        () -> tellInterrupted(notes::run));
  }

  /** What is not as it should be, as it comes. */
  private void show(CaseResult result) {
    if (result.verdict() == Verdict.FAILED || result.verdict() == Verdict.NON_STRICT) {
      out()
          .println(
              result.verdict().word()
                  + "  "
                  + result.played().id()
                  + "  "
                  + String.join("; ", result.findings()));
      out().flush();
    }
  }

  private void tellInterrupted(Supplier<TortureRun> soFar) {
    out().println("interrupted");
    try {
      tell(soFar.get());
    } catch (IOException e) {
      err().println("xpcom: cannot write the report: " + e);
    }
    out().flush();
  }

  private void tell(TortureRun run) throws IOException {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      counts.add(run.count(verdict) + " " + verdict.word());
    }
    counts.add(run.missed().size() + " not played");
    out().println(run.subject() + ": " + String.join(", ", counts));
    if (report != null) {
      out().println("report: " + ReportFolder.write(run, report));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
