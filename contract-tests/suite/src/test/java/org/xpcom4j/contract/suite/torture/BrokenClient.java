package org.xpcom4j.contract.suite.torture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.xpcom4j.contract.kit.websocket.Side;

/** An echo client that keeps all rules but those that it is told to break. One connection. */
final class BrokenClient {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pplmbitxaq9kygzzhzrbk+xoo=";

  private final Socket socket;
  private final Set<Fault> faults;
  private final DataInputStream in;

  private BrokenClient(Socket socket, Set<Fault> faults) throws IOException {
    this.socket = socket;
    this.faults = faults;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
  }

  /** Comes for every case, one after the other. */
  static void comeForAll(TortureServer server, Set<Fault> faults) throws IOException {
    for (int number = 1; number <= server.count(); number++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setTcpNoDelay(true);
        new BrokenClient(socket, faults).run("/case/" + number);
      } catch (EOFException | SocketException e) {
        // The server has ended the connection, as some cases do; its verdict is what counts.
      }
    }
  }

  private void run(String path) throws IOException {
    if (upgrade(path)) {
      new BrokenPeer(Side.CLIENT, socket, in, null, faults).run();
    }
  }

  private boolean upgrade(String path) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    String answer = HttpHead.read(in);
    String lower = answer.toLowerCase(Locale.ROOT);
    boolean isOpen =
        answer.startsWith("HTTP/1.1 101")
            && lower.contains("\r\nupgrade: websocket\r\n")
            && lower.matches("(?s).*\r\nconnection: [^\r]*upgrade.*")
            && answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            && lower.contains(ACCEPT)
            && !lower.contains("sec-websocket-protocol")
            && !lower.contains("sec-websocket-extensions");
    return isOpen || faults.contains(Fault.TAKES_ANY_ANSWER);
  }
}
