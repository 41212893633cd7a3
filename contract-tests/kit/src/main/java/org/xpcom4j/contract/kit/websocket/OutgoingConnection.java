package org.xpcom4j.contract.kit.websocket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection to a server under test; the script sends the request. */
public final class OutgoingConnection implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI uri;
  private final Socket socket;
  private final InputStream in;
  private final WireLog log = new WireLog();
  private final long deadline;
  private final String key;

  private OutgoingConnection(URI uri, Socket socket, long deadline) throws IOException {
    this.uri = uri;
    this.socket = socket;
    this.deadline = deadline;
    in =
        new BufferedInputStream(new TimedInput(socket.getInputStream(), socket, deadline), 1 << 16);
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    key = Base64.getEncoder().encodeToString(nonce);
  }

  /**
   * Connects.
   *
   * @param uri an absolute {@code ws} or {@code wss} address
   * @param tls trusts the server, for {@code wss}
   * @param budget how long the connection may last
   * @return the connection, on which nothing was sent yet
   * @throws ConnectException when there is no server, or TLS fails
   * @throws IOException when the connection breaks at once
   */
  public static OutgoingConnection dial(URI uri, SSLContext tls, Duration budget)
      throws IOException {
    long deadline = System.nanoTime() + budget.toNanos();
    boolean isSecure = "wss".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : isSecure ? 443 : 80;
    Socket tcp = new Socket();
    try {
      tcp.connect(new InetSocketAddress(host(uri), port), (int) budget.toMillis());
      tcp.setTcpNoDelay(true);
      return new OutgoingConnection(uri, isSecure ? secure(tcp, uri, port, tls) : tcp, deadline);
    } catch (IOException e) {
      tcp.close();
      ConnectException failure =
          new ConnectException("cannot connect to " + uri + ": " + reason(e));
      failure.initCause(e);
      throw failure;
    }
  }

  private static String reason(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof UnknownHostException ? "unknown host " + message : message;
  }

  private static Socket secure(Socket tcp, URI uri, int port, SSLContext tls) throws IOException {
    SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(tcp, host(uri), port, true);
    var parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static String host(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("no host in " + uri);
    }
    return host;
  }

  /**
   * Gives access to what went over the wire.
   *
   * @return the log
   */
  public WireLog log() {
    return log;
  }

  /**
   * Makes the request of a client that does all as it should.
   *
   * @param extensions values of Sec-WebSocket-Extensions, one header line each
   * @return the head, empty line included
   */
  public String request(String... extensions) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return "GET "
        + path
        + query
        + " HTTP/1.1\r\nHost: "
        + uri.getRawAuthority()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
        + key
        + "\r\nSec-WebSocket-Version: 13\r\n"
        + Arrays.stream(extensions)
            .map(value -> "Sec-WebSocket-Extensions: " + value + "\r\n")
            .collect(Collectors.joining())
        + "\r\n";
  }

  /**
   * Sends a head and reads the server's.
   *
   * @param head what to send, right or wrong
   * @return the server's answer; empty when it ended the connection without one
   * @throws IOException when the connection is gone
   */
  public Optional<Head> exchange(String head) throws IOException {
    return exchange(head, Chunks.WHOLE);
  }

  /**
   * Sends a head in chunks, and reads the server's.
   *
   * @param head what to send, right or wrong
   * @param chunks how to cut it
   * @return the server's answer; empty when it ended the connection without one
   * @throws IOException when the connection is gone
   */
  public Optional<Head> exchange(String head, Chunks chunks) throws IOException {
    log.add(WireLog.Origin.SENT, head.strip().replace("\r\n", " | "));
    Octets.of(Head.bytes(head)).writeTo(socket.getOutputStream(), chunks);
    Optional<Head> answer = Head.read(in);
    log.add(
        WireLog.Origin.RECEIVED,
        answer.map(Head::firstLine).orElse("end of the stream instead of an answer"));
    return answer;
  }

  /**
   * Checks an answer as a client has to (RFC 6455, section 4.1).
   *
   * @param answer the server's answer
   * @return what is wrong with it; empty when the WebSocket is open
   */
  public Optional<String> faultOf(Head answer) {
    if (!answer.firstLine().startsWith("HTTP/1.1 101")) {
      return Optional.of("the answer is " + answer.firstLine());
    }
    if (!answer.hasToken("Upgrade", "websocket") || !answer.hasToken("Connection", "upgrade")) {
      return Optional.of("the answer does not upgrade to WebSocket: " + answer.fields());
    }
    if (!answer.only("Sec-WebSocket-Accept").equals(Optional.of(Accept.of(key)))) {
      return Optional.of("a wrong Sec-WebSocket-Accept: " + answer.all("Sec-WebSocket-Accept"));
    }
    return Optional.empty();
  }

  /**
   * Goes over to WebSocket frames.
   *
   * @param deflate what was agreed on, if anything
   * @return the connection, which now owns the socket
   * @throws IOException when the connection is gone
   */
  public Wire open(@Nullable Deflate deflate) throws IOException {
    return new Wire(socket, in, Side.CLIENT, deflate, log, deadline);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
