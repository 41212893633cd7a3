package org.xpcom4j.necko.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.HandshakeKey;

/** A server for one connection that does exactly what its script says, byte by byte. */
public final class RawServer implements AutoCloseable {
  /** What the server does with its connection. */
  public interface Script {
    void run(Peer peer) throws Exception;
  }

  /** A frame as the client sent it, unmasked. */
  public static final class Frame {
    private final int firstByte;
    private final byte[] payload;

    Frame(int firstByte, byte[] payload) {
      this.firstByte = firstByte;
      this.payload = payload;
    }

    public int firstByte() {
      return firstByte;
    }

    public byte[] payload() {
      return payload;
    }

    public String text() {
      return new String(payload, UTF_8);
    }

    public int closeCode() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    }
  }

  private final ServerSocket listening;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private RawServer(ServerSocket listening) {
    this.listening = listening;
  }

  public static RawServer start(Script script) throws IOException {
    return start(null, script);
  }

  /** Starts a server; with a context, it speaks TLS. */
  public static RawServer start(@Nullable SSLContext tls, Script script) throws IOException {
    RawServer server = new RawServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(() -> server.serve(tls, script), "raw-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Waits for the script's end, and fails as it failed. */
  public void join() throws Exception {
    try {
      done.get(Limits.GENEROUS.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("the server's script failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the server's script goes on and on", e);
    }
  }

  /** Stops listening, and fails when the script goes on, which it does while the client keeps its socket. */
  @Override
  public void close() throws IOException {
    listening.close();
    try {
      done.handle((nothing, failure) -> true).get(Limits.GENEROUS.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the client has not closed its socket", e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private void serve(@Nullable SSLContext tls, Script script) {
    try (Socket tcp = listening.accept();
        Socket socket = tls == null ? tcp : secure(tls, tcp)) {
      tcp.setSoTimeout((int) Limits.GENEROUS.toMillis());
      tcp.setTcpNoDelay(true);
      script.run(new Peer(tcp, socket));
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  private static Socket secure(SSLContext tls, Socket tcp) throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(tcp, "localhost", tcp.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** The connection as the script sees it. */
  public static final class Peer {
    private final Socket tcp;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    Peer(Socket tcp, Socket socket) throws IOException {
      this.tcp = tcp;
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    public Socket socket() {
      return socket;
    }

    /** The socket below TLS. */
    Socket tcp() {
      return tcp;
    }

    /** Reads a request head, with its empty line. */
    public String readHead() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      return head.toString();
    }

    /** Reads the request and agrees; returns the request. */
    public String accept(String... moreHeaders) throws IOException {
      String head = readHead();
      write(acceptance(head, moreHeaders));
      return head;
    }

    public static byte[] acceptance(String requestHead, String... moreHeaders) {
      String more = moreHeaders.length == 0 ? "" : String.join("\r\n", moreHeaders) + "\r\n";
      return ("HTTP/1.1 101 Switching Protocols\r\n"
              + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
              + new HandshakeKey(header(requestHead, "Sec-WebSocket-Key")).accept()
              + "\r\n"
              + more
              + "\r\n")
          .getBytes(ISO_8859_1);
    }

    public static String header(String head, String name) {
      for (String line : head.lines().toList()) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": ")) {
          return line.substring(name.length() + 2);
        }
      }
      throw new AssertionError("no " + name + " in\n" + head);
    }

    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    public void write(String text) throws IOException {
      write(text.getBytes(ISO_8859_1));
    }

    /** Writes bytes given in hex; blanks do not count. */
    public void writeHex(String hex) throws IOException {
      write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public void writeFrame(int firstByte, byte[] payload) throws IOException {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(firstByte);
      if (payload.length <= 125) {
        frame.write(payload.length);
      } else if (payload.length <= 0xFFFF) {
        frame.write(126);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
      } else {
        frame.write(127);
        frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
      }
      frame.writeBytes(payload);
      write(frame.toByteArray());
    }

    public Frame readFrame() throws IOException {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      if ((second & 0x80) == 0) {
        throw new IOException("a client's frame without a mask");
      }
      int bits = second & 0x7F;
      long length = bits < 126 ? bits : bits == 126 ? in.readUnsignedShort() : in.readLong();
      byte[] key = in.readNBytes(4);
      byte[] payload = new byte[(int) length];
      in.readFully(payload);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= key[i % 4];
      }
      return new Frame(first, payload);
    }

    /** Waits until the client ends the stream; fails when it sends anything more. */
    public void expectEnd() throws IOException {
      int more;
      try {
        more = in.read();
      } catch (EOFException e) {
        return;
      }
      if (more >= 0) {
        throw new AssertionError("the client sent more: " + more);
      }
    }

    public void shutdownOutput() throws IOException {
      socket.shutdownOutput();
    }

    /** Makes the coming close a reset. */
    public void resetOnClose() throws IOException {
      tcp.setSoLinger(true, 0);
    }
  }
}
