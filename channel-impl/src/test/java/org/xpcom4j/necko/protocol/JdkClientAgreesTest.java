package org.xpcom4j.necko.protocol;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the JDK's client and our server's role")
class JdkClientAgreesTest {
  private static final int PATIENCE_SECONDS = 60;

  private final Listener listener = new Listener();
  private EchoingServer server;
  private WebSocket client;

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  @BeforeEach
  void connect() throws Exception {
    server =
        EchoingServer.start(
            new ServerPolicy(Subprotocols.parse("b, a"), DeflateParameters.DEFAULT));
    client =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "https://example.org")
            .subprotocols("a", "b", "c")
            .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/feed?x=1"), listener)
            .get(PATIENCE_SECONDS, SECONDS);
  }

  @AfterEach
  void disconnect() throws Exception {
    client.abort();
    server.close();
  }

  @Test
  void agreeOnASubprotocol() {
    assertEquals("b", client.getSubprotocol());
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {0, 1, 125, 126, 1000, 65_535, 65_536, 1_000_000})
  void exchangeText(int length) throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(length);
    int[] characters = {'a', 'b', 0xE4, 0x20AC, 0x1F388};
    while (text.length() < length) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    client.sendText(text, true).get(PATIENCE_SECONDS, SECONDS);
    assertEquals("text " + text, listener.next());
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 125, 126, 1000, 65_535, 65_536, 1_000_000})
  void exchangeBytes(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    client.sendBinary(ByteBuffer.wrap(bytes), true).get(PATIENCE_SECONDS, SECONDS);
    assertEquals("binary " + HexFormat.of().formatHex(bytes), listener.next());
  }

  @Test
  void exchangeFragmentsWithPingsBetween() throws Exception {
    client.sendText("ä", false).get(PATIENCE_SECONDS, SECONDS);
    client.sendPing(ByteBuffer.wrap(new byte[] {1, 2})).get(PATIENCE_SECONDS, SECONDS);
    client.sendText("", false).get(PATIENCE_SECONDS, SECONDS);
    client.sendText("€", true).get(PATIENCE_SECONDS, SECONDS);
    client.sendPong(ByteBuffer.allocate(125)).get(PATIENCE_SECONDS, SECONDS);
    assertEquals("pong 0102", listener.next());
    assertEquals("text ä€", listener.next());
    client.sendClose(1000, "").get(PATIENCE_SECONDS, SECONDS);
    assertEquals("close 1000 ", listener.next());
    assertEquals(List.of("ping 0102", "text ä€ (5)", "pong", "close 1000 "), server.heard());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"1000, ''", "1001, leaving", "3000, ''", "4999, ä€"})
  void closeWithCodeAndReason(int code, String reason) throws Exception {
    client.sendClose(code, reason).get(PATIENCE_SECONDS, SECONDS);
    assertEquals("close " + code + " " + reason, listener.next());
    assertEquals(List.of("close " + code + " " + reason), server.heard());
  }

  /** Puts together what the client hands over in parts. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

    String next() throws InterruptedException {
      String next = heard.poll(PATIENCE_SECONDS, SECONDS);
      return next == null ? "nothing" : next;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard.add("text " + text);
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      binary.writeBytes(bytes);
      if (last) {
        heard.add("binary " + HexFormat.of().formatHex(binary.toByteArray()));
        binary.reset();
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      byte[] bytes = new byte[message.remaining()];
      message.get(bytes);
      heard.add("pong " + HexFormat.of().formatHex(bytes));
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add("close " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add("error " + error);
    }
  }
}
