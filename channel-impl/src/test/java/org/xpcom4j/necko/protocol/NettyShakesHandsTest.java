package org.xpcom4j.necko.protocol;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketClientCompressionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Netty shakes hands")
class NettyShakesHandsTest {
  private static final int MAX_BYTES = 1 << 16;
  private static final String WORDS = "the same words again, ".repeat(20);

  private final ZlibPool pool = new ZlibPool(0);
  private final Transcript heard = new Transcript();

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  @AfterEach
  void closePool() {
    pool.close();
    assertEquals(0, pool.live());
  }

  private static HandshakeRequest request(String protocols) {
    return new HandshakeRequest(
        "example.org",
        "/feed",
        "x",
        "https://example.org",
        Subprotocols.parse(protocols),
        DeflateOffer.DEFAULT,
        HandshakeKey.random(new Random(6455)));
  }

  private static ByteBuf written(EmbeddedChannel end) {
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part; (part = end.readOutbound()) != null; part.release()) {
      all.writeBytes(part);
    }
    return all;
  }

  /** Sends a text both ways, compressed, once both ends have agreed. */
  private void exchange(Role ours, DeflateParameters agreed, EmbeddedChannel netty)
      throws ProtocolViolation {
    Deflate deflate = new Deflate(agreed, 0, pool);
    try (FrameEncoder encoder = new FrameEncoder(ours, new MaskKeys(new Random(1)), deflate);
        MessageDecoder decoder = new MessageDecoder(ours, MAX_BYTES, deflate, heard)) {
      for (int round = 0; round < 2; round++) { // the second refers to the first
        ByteBuf out = Unpooled.buffer();
        encoder.begin(OutgoingFrame.text(WORDS, MAX_BYTES), out);
        assertTrue(out.readableBytes() < WORDS.length() / 2, "is compressed");
        netty.writeInbound(out);
        TextWebSocketFrame read = requireNonNull(netty.readInbound());
        assertEquals(WORDS, read.text());
        read.release();
        netty.writeOutbound(new TextWebSocketFrame(WORDS));
        ByteBuf back = written(netty);
        assertTrue(back.readableBytes() < WORDS.length() / 2, "is compressed");
        decoder.read(back);
        back.release();
      }
    }
    String line = "text " + WORDS + " (" + WORDS.length() + ")";
    assertEquals(List.of(line, line), heard.lines());
  }

  @Test
  void asTheServerOfOurClient() throws Exception {
    EmbeddedChannel netty =
        new EmbeddedChannel(
            new HttpServerCodec(),
            new HttpObjectAggregator(MAX_BYTES),
            new WebSocketServerCompressionHandler(MAX_BYTES),
            new WebSocketServerProtocolHandler("/feed", "b,c", true));
    HandshakeRequest ours = request("a, b");
    netty.writeInbound(Unpooled.wrappedBuffer(ours.encode()));
    ByteBuf answer = written(netty);
    Agreement agreement = requireNonNull(new AnswerReader(ours, HeadLimits.DEFAULT).read(answer));
    answer.release();
    assertEquals("b", agreement.protocol());
    exchange(Role.CLIENT, requireNonNull(agreement.deflate()), netty);
    netty.finishAndReleaseAll();
  }

  @Test
  void asTheClientOfOurServer() throws Exception {
    WebSocketClientProtocolHandler handler =
        new WebSocketClientProtocolHandler(
            WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri("ws://example.org/feed?x=1")
                .subprotocol("a,b")
                .allowExtensions(true)
                .build());
    EmbeddedChannel netty =
        new EmbeddedChannel(
            new HttpClientCodec(),
            new HttpObjectAggregator(MAX_BYTES),
            new WebSocketClientCompressionHandler(MAX_BYTES),
            handler);
    ByteBuf asked = written(netty);
    ClientRequest request = requireNonNull(new RequestReader(HeadLimits.DEFAULT).read(asked));
    asked.release();
    assertEquals("example.org /feed?x=1", request.host() + " " + request.target());
    ServerAnswer answer =
        ServerAnswer.to(
            request, new ServerPolicy(Subprotocols.parse("b, c"), DeflateParameters.DEFAULT));
    netty.writeInbound(Unpooled.wrappedBuffer(answer.encode()));
    assertTrue(handler.handshaker().isHandshakeComplete());
    assertEquals("b", handler.handshaker().actualSubprotocol());
    exchange(Role.SERVER, requireNonNull(answer.agreement().deflate()), netty);
    netty.finishAndReleaseAll();
  }
}
