package org.xpcom4j.contract.suite.torture;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;

/** An echo over Java-WebSocket's client. */
final class JavaWebSocketClient extends WebSocketClient {
  private final CountDownLatch over = new CountDownLatch(1);

  private JavaWebSocketClient(URI uri) {
    super(uri);
  }

  static void comeForAll(TortureServer server) throws InterruptedException {
    for (int number = 1; number <= server.count(); number++) {
      URI uri =
          URI.create(
              "ws://127.0.0.1:" + server.port() + "/case/" + number + "?agent=Java-WebSocket");
      JavaWebSocketClient client = new JavaWebSocketClient(uri);
      client.connect();
      if (!client.over.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("case " + number + " does not end");
      }
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // Nothing to do before a message arrives.
  }

  @Override
  public void onMessage(String message) {
    answer(() -> send(message));
  }

  @Override
  public void onMessage(ByteBuffer message) {
    answer(() -> send(message));
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    over.countDown();
  }

  @Override
  public void onError(Exception failure) {
    // onClose follows.
  }

  private static void answer(Runnable sending) {
    try {
      sending.run();
    } catch (WebsocketNotConnectedException e) {
      // The message came just before the end; there is nobody to answer.
    }
  }
}
