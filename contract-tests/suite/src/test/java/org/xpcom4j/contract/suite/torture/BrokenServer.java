package org.xpcom4j.contract.suite.torture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Side;

/** An echo server that keeps all rules but those that it is told to break; one client after the other. */
final class BrokenServer implements AutoCloseable {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket listening;
  private final Set<Fault> faults;
  private final Collection<Exception> defects = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::serveAll, "broken-server");

  private BrokenServer(ServerSocket listening, Set<Fault> faults) {
    this.listening = listening;
    this.faults = faults;
    thread.start();
  }

  static BrokenServer start(Set<Fault> faults) throws IOException {
    return new BrokenServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), faults);
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/echo");
  }

  /** Ends, and throws what was a defect of this server. */
  @Override
  public void close() throws IOException {
    listening.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!defects.isEmpty()) {
      throw new AssertionError("the server itself failed", defects.iterator().next());
    }
  }

  private void serveAll() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        socket.setTcpNoDelay(true);
        serve(socket);
      } catch (EOFException | SocketException e) {
        // The client has ended the connection, as some cases do; its verdict is what counts.
      } catch (IOException | RuntimeException e) { // thrown by close()
        defects.add(e);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    String request = HttpHead.read(in);
    String refusal = refusal(request);
    if (!refusal.isEmpty() && !faults.contains(Fault.TAKES_ANY_REQUEST)) {
      write(socket, "HTTP/1.1 " + refusal + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    List<String> offers = all(request, "Sec-WebSocket-Extensions");
    Optional<Deflate> deflate =
        faults.contains(Fault.ACCEPTS_ANY_OFFER)
            ? Optional.of(Deflate.PLAIN)
            : DeflateChoice.of(offers);
    String extensions =
        deflate
            .map(Deflate::header)
            .orElse(faults.contains(Fault.CHOOSES_EXTENSIONS_UNASKED) ? "x-unasked" : "");
    write(
        socket,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + (extensions.isEmpty() ? "" : "Sec-WebSocket-Extensions: " + extensions + "\r\n")
            + "Sec-WebSocket-Accept: "
            + accept(request)
            + "\r\n\r\n");
    if (deflate.isEmpty()) {
      new BrokenPeer(Side.SERVER, socket, in, null, faults).run();
    } else {
      try (Compression compression = Compression.of(deflate.get())) {
        new BrokenPeer(Side.SERVER, socket, in, compression, faults).run();
      }
    }
  }

  /** The status line's end, where the request is none for a WebSocket. */
  private static String refusal(String request) {
    String key = only(request, "Sec-WebSocket-Key");
    if (!request.startsWith("GET ")
        || !request.toLowerCase(Locale.ROOT).contains("\r\nhost:")
        || !only(request, "Upgrade").equalsIgnoreCase("websocket")
        || !only(request, "Connection").toLowerCase(Locale.ROOT).contains("upgrade")
        || !key.matches("[A-Za-z0-9+/]{22}==")) {
      return "400 Bad Request";
    }
    return only(request, "Sec-WebSocket-Version").equals("13") ? "" : "426 Upgrade Required";
  }

  private static List<String> all(String request, String name) {
    return Pattern.compile("(?i)\r\n" + name + ": *([^\r]*)")
        .matcher(request)
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  private static String only(String request, String name) {
    List<String> values = all(request, name);
    return values.size() == 1 ? values.get(0).strip() : "";
  }

  private String accept(String request) {
    String secret = faults.contains(Fault.ANSWERS_WITH_WRONG_ACCEPT) ? GUID + "?" : GUID;
    byte[] text =
        (only(request, "Sec-WebSocket-Key") + secret).getBytes(StandardCharsets.ISO_8859_1);
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static void write(Socket socket, String head) throws IOException {
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
  }
}
