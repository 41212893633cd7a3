package org.xpcom4j.contract.kit.websocket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that has connected and sent its request; the script decides on the answer. */
public final class IncomingConnection {
  private final Socket socket;
  private final InputStream in;
  private final Head request;
  private final WireLog log;
  private final long deadline;

  private IncomingConnection(
      Socket socket, InputStream in, Head request, WireLog log, long deadline) {
    this.socket = socket;
    this.in = in;
    this.request = request;
    this.log = log;
    this.deadline = deadline;
  }

  /** Reads the request; empty when the client has left without one. */
  static Optional<IncomingConnection> receive(Socket socket, Duration budget) throws IOException {
    long deadline = System.nanoTime() + budget.toNanos();
    socket.setTcpNoDelay(true);
    InputStream in =
        new BufferedInputStream(new TimedInput(socket.getInputStream(), socket, deadline), 1 << 16);
    WireLog log = new WireLog();
    Optional<Head> request = Head.read(in);
    request.ifPresent(head -> log.add(WireLog.Origin.RECEIVED, head.firstLine()));
    return request.map(head -> new IncomingConnection(socket, in, head, log, deadline));
  }

  /**
   * Shows what the client asked for.
   *
   * @return the request's head
   */
  public Head request() {
    return request;
  }

  /**
   * Takes the path out of the request line.
   *
   * @return the target, such as {@code /feed?x=1}
   */
  public URI target() {
    String[] words = request.firstLine().split(" ", 3);
    return URI.create(words.length > 1 ? words[1] : "/");
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
   * Computes the value that the client expects.
   *
   * @return the value of Sec-WebSocket-Accept
   */
  public String acceptValue() {
    return Accept.of(request.only("Sec-WebSocket-Key").orElse(""));
  }

  /**
   * Tells whether the client offers compression.
   *
   * @return whether permessage-deflate is among the extensions that it asks for
   */
  public boolean offersDeflate() {
    return deflateOffers().contains(Deflate.NAME);
  }

  /**
   * Tells whether the client offers a parameter of compression.
   *
   * @param name the parameter's name
   * @return whether it is in one of the offers
   */
  public boolean offersDeflate(String name) {
    return offersDeflate() && deflateOffers().contains(name);
  }

  private String deflateOffers() {
    return String.join(",", request.all("Sec-WebSocket-Extensions"));
  }

  /**
   * Opens the WebSocket, without extension or subprotocol.
   *
   * @return the open connection
   * @throws IOException when the client is gone
   */
  public Wire accept() throws IOException {
    return accept("", null, Octets.EMPTY);
  }

  /**
   * Opens the WebSocket with compression.
   *
   * @param deflate what to answer; whether the client offered it is the script's matter
   * @return the open connection
   * @throws IOException when the client is gone
   */
  public Wire accept(Deflate deflate) throws IOException {
    return accept("Sec-WebSocket-Extensions: " + deflate.header() + "\r\n", deflate, Octets.EMPTY);
  }

  /**
   * Opens the WebSocket, with bytes of the script's behind the head, in the same write.
   *
   * @param glued the bytes
   * @return the open connection
   * @throws IOException when the client is gone
   */
  public Wire acceptWith(Octets glued) throws IOException {
    return accept("", null, glued);
  }

  /**
   * Answers with any bytes.
   *
   * @param answer the answer, empty line included
   * @return the connection, read as if the WebSocket were open
   * @throws IOException when the client is gone
   */
  public Wire answer(String answer) throws IOException {
    return answer(answer, Chunks.WHOLE);
  }

  /**
   * Answers with any bytes, in chunks.
   *
   * @param answer the answer, empty line included
   * @param chunks how to cut it
   * @return the connection, read as if the WebSocket were open
   * @throws IOException when the client is gone
   */
  public Wire answer(String answer, Chunks chunks) throws IOException {
    return answer(answer, null, Octets.EMPTY, chunks);
  }

  private Wire accept(String extraLines, @Nullable Deflate deflate, Octets glued)
      throws IOException {
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + acceptValue()
            + "\r\n"
            + extraLines
            + "\r\n";
    return answer(head, deflate, glued, Chunks.WHOLE);
  }

  private Wire answer(String head, @Nullable Deflate deflate, Octets glued, Chunks chunks)
      throws IOException {
    log.add(WireLog.Origin.SENT, head.strip().replace("\r\n", " | "));
    if (glued.size() > 0) {
      log.add(WireLog.Origin.SENT, "in the same write: " + glued);
    }
    Octets.join(Octets.of(Head.bytes(head)), glued).writeTo(socket.getOutputStream(), chunks);
    return new Wire(socket, in, Side.SERVER, deflate, log, deadline);
  }
}
