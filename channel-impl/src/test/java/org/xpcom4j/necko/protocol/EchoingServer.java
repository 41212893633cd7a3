package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server's role over a real socket: agrees to one client, sends back what it hears, and answers its Close. */
final class EchoingServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket listening;
  private final ServerPolicy policy;
  private final CompletableFuture<List<String>> done = new CompletableFuture<>();

  private EchoingServer(ServerSocket listening, ServerPolicy policy) {
    this.listening = listening;
    this.policy = policy;
  }

  static EchoingServer start(ServerPolicy policy) throws IOException {
    ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    EchoingServer server = new EchoingServer(listening, policy);
    Thread thread = new Thread(server::run, "echoing-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What was heard, once the connection has ended. */
  List<String> heard() throws InterruptedException, ExecutionException, TimeoutException {
    return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void run() {
    try (Socket socket = listening.accept()) {
      socket.setSoTimeout(PATIENCE_SECONDS * 1000);
      Conversation conversation = new Conversation(socket.getOutputStream());
      conversation.readAll(socket.getInputStream());
      done.complete(conversation.heard.lines());
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  private final class Conversation implements MessageSink {
    private final Transcript heard = new Transcript();
    private final OutputStream out;
    private final RequestReader requests = new RequestReader(HeadLimits.DEFAULT);
    private final FrameEncoder encoder =
        new FrameEncoder(Role.SERVER, new MaskKeys(new Random(1)), null);
    private final MessageDecoder decoder = new MessageDecoder(Role.SERVER, 1 << 24, null, this);
    private boolean isOpen;

    Conversation(OutputStream out) {
      this.out = out;
    }

    void readAll(InputStream in) throws IOException, RequestRefusal, ProtocolViolation {
      byte[] buffer = new byte[8192];
      for (int length; (length = in.read(buffer)) >= 0; ) {
        ByteBuf bytes = Unpooled.wrappedBuffer(buffer, 0, length);
        if (!isOpen) {
          open(bytes);
        }
        decoder.read(bytes);
        bytes.release();
      }
      encoder.close();
      decoder.close();
    }

    private void open(ByteBuf bytes) throws IOException, RequestRefusal {
      ClientRequest request = requests.read(bytes);
      if (request != null) {
        isOpen = true;
        out.write(ServerAnswer.to(request, policy).encode());
        out.flush();
      }
    }

    private void send(OutgoingFrame frame) {
      ByteBuf bytes = Unpooled.buffer();
      try {
        encoder.begin(frame, bytes);
        while (encoder.isBusy()) {
          encoder.goOn(bytes);
        }
        bytes.readBytes(out, bytes.readableBytes());
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        bytes.release();
      }
    }

    @Override
    public void text(String message, int payloadBytes) {
      heard.text(message.length() > 20 ? "long" : message, payloadBytes);
      send(OutgoingFrame.text(message, 1 << 24));
    }

    @Override
    public void binary(byte[] message) {
      heard.binary(message.length > 20 ? new byte[20] : message);
      send(OutgoingFrame.binary(message, 1 << 24));
    }

    @Override
    public void ping(byte[] payload) {
      heard.ping(payload);
      send(OutgoingFrame.pong(payload));
    }

    @Override
    public void pong() {
      heard.pong();
    }

    @Override
    public void close(CloseStatus status) {
      heard.close(status);
      send(OutgoingFrame.close(status));
    }
  }
}
