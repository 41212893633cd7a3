package org.xpcom4j.contract.suite.torture;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.IncomingConnection;
import org.xpcom4j.contract.kit.websocket.ScriptedServer;
import org.xpcom4j.contract.kit.websocket.Side;
import org.xpcom4j.contract.kit.websocket.Wire;

/**
 * Plays cases to a client that echoes messages. The client connects again and again; the path says what for:
 *
 * <ul>
 *   <li>{@code /next} (or {@code /}): the next case; when there is none any more, the answer is HTTP 410
 *   <li>{@code /case/N} or {@code /case/ID}: a certain case; N counts from 1
 *   <li>{@code /count}: one text message with the number of cases, and a closing handshake
 *   <li>{@code /finish}: no more cases are wanted; a closing handshake
 * </ul>
 *
 * <p>{@code ?agent=NAME} on any of them names the client in the report. Clients that are written for the Autobahn test
 * suite work unchanged: {@code /getCaseCount}, {@code /runCase?case=N&agent=NAME} and {@code /updateReports?agent=NAME}
 * mean the same as {@code /count}, {@code /case/N} and {@code /finish}.
 */
public final class TortureServer implements AutoCloseable {
  private final Board board;
  private final Timing timing;
  private final Consumer<CaseResult> progress;
  private final ScriptedServer server;
  private final Instant started = Instant.now();
  private final long start = System.nanoTime();

  private TortureServer(
      int port,
      @Nullable SSLContext tls,
      List<TortureCase> cases,
      Timing timing,
      Consumer<CaseResult> progress) {
    this.board = new Board(cases.stream().filter(torture -> torture.isFor(Side.CLIENT)).toList());
    this.timing = timing;
    this.progress = progress;
    this.server =
        tls == null
            ? ScriptedServer.plain(port, timing.budget(), this::serve)
            : ScriptedServer.withTls(port, tls, timing.budget(), this::serve);
  }

  /**
   * Starts listening on the loopback address.
   *
   * @param port the port; 0 for a free one
   * @param cases the cases, also ones for servers, which are passed over
   * @param timing how long to wait
   * @param progress is told each result, on any thread, one at a time
   * @return the listening server
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static TortureServer start(
      int port, List<TortureCase> cases, Timing timing, Consumer<CaseResult> progress) {
    return new TortureServer(port, null, cases, timing, progress);
  }

  /**
   * Starts listening with TLS on the loopback address.
   *
   * @param port the port; 0 for a free one
   * @param tls has the server's certificate
   * @param cases the cases, also ones for servers, which are passed over
   * @param timing how long to wait
   * @param progress is told each result, on any thread, one at a time
   * @return the listening server
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static TortureServer startWithTls(
      int port,
      SSLContext tls,
      List<TortureCase> cases,
      Timing timing,
      Consumer<CaseResult> progress) {
    return new TortureServer(port, tls, cases, timing, progress);
  }

  /**
   * Tells where the server listens.
   *
   * @return the port
   */
  public int port() {
    return server.port();
  }

  /**
   * Counts the cases for clients.
   *
   * @return how many cases the client is to come for
   */
  public int count() {
    return board.count();
  }

  /**
   * Waits until every case was played, the client wants no more, or it does not come any more.
   *
   * @param idle how long to wait for a client
   * @throws InterruptedException when the caller's thread is interrupted
   */
  public void awaitEnd(Duration idle) throws InterruptedException {
    board.awaitEnd(idle);
  }

  /**
   * Collects what there is so far.
   *
   * @return the results
   */
  public TortureRun run() {
    String subject = board.subject();
    return new TortureRun(
        subject.isEmpty() ? "a client" : subject,
        started,
        Duration.ofNanos(System.nanoTime() - start),
        board.results(),
        board.missed());
  }

  /** Stops listening, and ends what is being played. */
  @Override
  public void close() {
    server.close();
  }

  private void serve(IncomingConnection client) throws IOException, InterruptedException {
    board.begins();
    try {
      String path = client.target().getPath();
      agent(client).ifPresent(board::named);
      switch (path) {
        case "/", "/next" -> play(client, board.next(), "410 Gone", "every case was handed out");
        case "/count", "/getCaseCount" -> tell(client, Integer.toString(board.count()));
        case "/finish", "/updateReports" -> {
          tell(client, "");
          board.finish();
        }
        case "/runCase" -> play(client, query(client, "case").flatMap(board::find));
        default -> play(client, named(path));
      }
    } finally {
      board.ends();
    }
  }

  private Optional<TortureCase> named(String path) {
    String prefix = "/case/";
    return path.startsWith(prefix) ? board.find(path.substring(prefix.length())) : Optional.empty();
  }

  private void play(IncomingConnection client, Optional<TortureCase> found)
      throws IOException, InterruptedException {
    play(client, found, "404 Not Found", "paths are /next, /case/N, /case/ID, /count, /finish");
  }

  private void play(
      IncomingConnection client, Optional<TortureCase> found, String status, String hint)
      throws IOException, InterruptedException {
    if (found.isPresent()) {
      CaseResult result = new ServerPlay(client, timing).play(found.get());
      board.add(result);
      synchronized (progress) {
        progress.accept(result);
      }
    } else {
      refuse(client, status, hint);
    }
  }

  private void refuse(IncomingConnection client, String status, String hint)
      throws IOException, InterruptedException {
    String answer =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
            + hint.length()
            + "\r\n\r\n"
            + hint;
    try (Wire wire = client.answer(answer)) {
      wire.finishSending();
      wire.next(timing.patience()); // the client reads, and leaves
    }
  }

  /** One message, if there is one to tell, and a closing handshake. */
  private void tell(IncomingConnection client, String message)
      throws IOException, InterruptedException {
    try (Wire wire = client.accept()) {
      if (!message.isEmpty()) {
        wire.send(Frame.text(message));
      }
      wire.send(Frame.close(1000, ""));
      wire.next(timing.patience());
    }
  }

  private static Optional<String> agent(IncomingConnection client) {
    return query(client, "agent")
        .or(() -> client.request().only("User-Agent"))
        .filter(name -> !name.isBlank());
  }

  private static Optional<String> query(IncomingConnection client, String name) {
    String query = client.target().getQuery();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&"))
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1))
            .findFirst();
  }
}
