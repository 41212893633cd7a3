package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.xpcom4j.contract.kit.websocket.Head;
import org.xpcom4j.contract.kit.websocket.OutgoingConnection;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.kit.websocket.WireLog;

/** Plays cases to a server that echoes messages, one connection each, one after the other. */
public final class TortureClient {
  private static final int MAX_UNREACHABLE = 3;
  private static final String SWITCHING = "HTTP/1.1 101";

  private final URI server;
  private final SSLContext tls;
  private final Timing timing;

  /**
   * Names the server under test.
   *
   * @param server a {@code ws} or {@code wss} address
   * @param tls trusts the server, for {@code wss}
   * @param timing how long to wait
   */
  public TortureClient(URI server, SSLContext tls, Timing timing) {
    this.server = server;
    this.tls = tls;
    this.timing = timing;
  }

  /**
   * Plays the cases that are for servers; gives up when the server takes no connection three times in a row.
   *
   * @param cases the cases, also ones for clients, which are passed over
   * @param progress is told each result
   * @return all results
   * @throws IOException when the server cannot be reached at all, or speaks no WebSocket at that address
   * @throws InterruptedException when the caller's thread is interrupted
   */
  public TortureRun run(List<TortureCase> cases, Consumer<CaseResult> progress)
      throws IOException, InterruptedException {
    requireWebSocket();
    Instant started = Instant.now();
    long start = System.nanoTime();
    List<TortureCase> missed =
        new ArrayList<>(cases.stream().filter(torture -> torture.isFor(Side.SERVER)).toList());
    List<CaseResult> results = new ArrayList<>();
    for (int unreachable = 0; !missed.isEmpty() && unreachable < MAX_UNREACHABLE; ) {
      TortureCase torture = missed.get(0);
      CaseResult result;
      try (OutgoingConnection connection = OutgoingConnection.dial(server, tls, timing.budget())) {
        result = new ClientPlay(connection, timing).play(torture);
        unreachable = 0;
      } catch (IOException e) {
        result = unreachable(torture, e);
        unreachable++;
      }
      missed.remove(0);
      results.add(result);
      progress.accept(result);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new TortureRun(server.toString(), started, took, results, missed);
  }

  /** Without this, an address with a mistake would fail some hundred cases one by one. */
  private void requireWebSocket() throws IOException {
    try (OutgoingConnection connection = OutgoingConnection.dial(server, tls, timing.patience())) {
      String answer = answer(connection);
      if (!answer.startsWith(SWITCHING)) {
        throw new ConnectException(server + " opens no WebSocket: there was " + answer);
      }
    }
  }

  private String answer(OutgoingConnection connection) {
    try {
      return connection
          .exchange(connection.request())
          .map(Head::firstLine)
          .orElse("the end of the connection instead of an answer");
    } catch (SocketTimeoutException e) {
      return "no answer in " + timing.patience().toSeconds() + " s";
    } catch (IOException e) {
      return "no answer: " + e.getMessage();
    }
  }

  private static CaseResult unreachable(TortureCase torture, IOException cause) {
    WireLog log = new WireLog();
    log.add(WireLog.Origin.NOTE, String.valueOf(cause.getMessage()));
    return new CaseResult(
        torture,
        Verdict.FAILED,
        List.of("the server takes no connection: " + cause.getMessage()),
        Duration.ZERO,
        log.entries());
  }
}
