package org.xpcom4j.contract.host.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
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
      "With --server, the client under test connects to ws://127.0.0.1:PORT/next until the answer is"
          + " HTTP 410; /count tells how many cases there are, /case/N plays one, /finish ends early."
          + " Clients that are written for the Autobahn test suite work unchanged."
    })
final class TortureCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Endpoint endpoint;

  @Option(
      names = "--cases",
      paramLabel = "PATTERNS",
      defaultValue = "*",
      description =
          "Ids with commas between them; * stands for anything: framing.*,utf8.invalid.*."
              + " Default: all.")
  private String patterns = "*";

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
  public Integer call() throws IOException, InterruptedException, NoSuchAlgorithmException {
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
      spec.commandLine().getErr().println("xpcom: " + e.getMessage());
      return ExitCode.CONNECTION;
    }
  }

  private List<TortureCase> cases() {
    try {
      return CaseSelection.of(patterns);
    } catch (IllegalArgumentException e) {
      throw usage("--cases: " + e.getMessage());
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

  private TortureRun serve(List<TortureCase> cases, Timing timing) throws InterruptedException {
    int port = endpoint.port == null ? 0 : endpoint.port;
    if (port < 0 || port > 65535) {
      throw usage("--server must be from 0 to 65535");
    }
    try (TortureServer server = TortureServer.start(port, cases, timing, this::show)) {
      out().println(server.count() + " cases at ws://127.0.0.1:" + server.port() + "/next");
      out().flush();
      server.awaitEnd(timing.budget());
      return server.run();
    } catch (UncheckedIOException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private TortureRun attack(URI url, List<TortureCase> cases, Timing timing)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    boolean isWebSocket = "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
    if (!isWebSocket || url.getHost() == null) {
      throw usage("--client must be a ws: or wss: address, not " + url);
    }
    return new TortureClient(url, SSLContext.getDefault(), timing).run(cases, this::show);
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

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
