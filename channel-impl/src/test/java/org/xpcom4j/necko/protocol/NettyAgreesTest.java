package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Netty's codec")
class NettyAgreesTest {
  private static final int LIMIT = 1 << 20;

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static EmbeddedChannel decoder(Role role) {
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(role == Role.SERVER)
            .closeOnProtocolViolation(false)
            .maxFramePayloadLength(LIMIT)
            .build();
    return new EmbeddedChannel(
        new WebSocket13FrameDecoder(config), new WebSocketFrameAggregator(LIMIT));
  }

  private static void add(List<String> lines, WebSocketFrame frame) {
    ByteBuf content = frame.content();
    if (frame instanceof TextWebSocketFrame text) {
      lines.add("text " + text.text() + " (" + content.readableBytes() + ")");
    } else if (frame instanceof BinaryWebSocketFrame) {
      lines.add("binary " + HexFormat.of().formatHex(ByteBufUtil.getBytes(content)));
    } else if (frame instanceof PingWebSocketFrame) {
      lines.add("ping " + HexFormat.of().formatHex(ByteBufUtil.getBytes(content)));
    } else if (frame instanceof PongWebSocketFrame) {
      lines.add("pong");
    } else if (frame instanceof CloseWebSocketFrame close) {
      int code = close.statusCode() == -1 ? 1005 : close.statusCode();
      lines.add("close " + code + " " + close.reasonText());
    }
  }

  private static List<String> byNetty(Role role, byte[] bytes) {
    EmbeddedChannel channel = decoder(role);
    List<String> lines = new ArrayList<>();
    try {
      channel.writeInbound(Unpooled.copiedBuffer(bytes));
    } catch (CorruptedFrameException e) {
      lines.add("violation");
    }
    List<String> messages = new ArrayList<>();
    for (WebSocketFrame frame; (frame = channel.readInbound()) != null; ) {
      add(messages, frame);
      frame.release();
    }
    messages.addAll(lines);
    channel.pipeline().remove(WebSocketFrameAggregator.class); // drops a message that is not whole
    channel.finishAndReleaseAll();
    return messages;
  }

  private static List<String> byUs(Role role, byte[] bytes) {
    Transcript transcript = new Transcript();
    List<String> lines = new ArrayList<>();
    ByteBuf in = Unpooled.copiedBuffer(bytes);
    try {
      new MessageDecoder(role, LIMIT, null, transcript).read(in);
      lines.addAll(transcript.lines());
    } catch (ProtocolViolation e) {
      lines.addAll(transcript.lines());
      lines.add("violation");
    } finally {
      in.release();
    }
    return lines;
  }

  /** Frames of which some break a rule that both codecs know; text is ASCII, since Netty checks UTF-8 elsewhere. */
  private static byte[] frames(Random random, Role role) {
    ByteBuf out = Unpooled.buffer();
    int[] opcodes = {0, 1, 1, 2, 2, 9, 10, 8, 3, 11};
    for (int left = 1 + random.nextInt(5); left > 0; left--) {
      int opcode = opcodes[random.nextInt(random.nextInt(4) == 0 ? 10 : 7)];
      boolean isFinal = opcode >= 8 || random.nextInt(4) > 0;
      int length =
          opcode == 8 ? 2 : random.nextInt(random.nextInt(9) == 0 && opcode < 8 ? 300 : 120);
      out.writeByte((isFinal ? 0x80 : 0) | (random.nextInt(60) == 0 ? 0x20 : 0) | opcode);
      int mask = role == Role.SERVER ? 0x80 : 0;
      if (length <= 125) {
        out.writeByte(mask | length);
      } else {
        out.writeByte(mask | 126).writeShort(length);
      }
      int key = role == Role.SERVER ? random.nextInt() : 0;
      if (role == Role.SERVER) {
        out.writeInt(key);
      }
      for (int i = 0; i < length; i++) {
        int octet = opcode == 8 ? (i == 0 ? 0x03 : 0xE8) : 'a' + random.nextInt(26);
        out.writeByte(octet ^ key >>> (24 - 8 * (i & 3)));
      }
      if (opcode == 8) {
        break; // what follows a Close is nothing to us, and frames to Netty
      }
    }
    byte[] bytes = ByteBufUtil.getBytes(out);
    out.release();
    return bytes;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 6455})
  void readsTheSameMessagesAndRefusesTheSameFrames(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      Role role = random.nextBoolean() ? Role.CLIENT : Role.SERVER;
      byte[] bytes = frames(random, role);
      assertEquals(
          byNetty(role, bytes),
          byUs(role, bytes),
          () -> role + " " + HexFormat.of().formatHex(bytes));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 7692})
  void readsWhatWeWriteAndWritesWhatWeRead(long seed) {
    Random random = new Random(seed);
    FrameEncoder encoder = new FrameEncoder(Role.CLIENT, new MaskKeys(random), null);
    EmbeddedChannel writer = new EmbeddedChannel(new WebSocket13FrameEncoder(true));
    for (int size : new int[] {0, 1, 125, 126, 127, 1000, 32_769, 65_535, 65_536}) {
      byte[] binary = new byte[size];
      random.nextBytes(binary);
      String text = ("ä€🎈" + size).repeat(size / 8);
      List<String> expected =
          List.of(
              "binary " + ByteBufUtil.hexDump(binary),
              "text " + text + " (" + text.getBytes(UTF_8).length + ")");
      ByteBuf ours = Unpooled.buffer();
      write(encoder, OutgoingFrame.binary(binary, LIMIT), ours);
      write(encoder, OutgoingFrame.text(text, LIMIT), ours);
      assertEquals(expected, byNetty(Role.SERVER, ByteBufUtil.getBytes(ours)));
      ours.release();
      ByteBuf theirs = Unpooled.buffer();
      writer.writeOutbound(
          new BinaryWebSocketFrame(Unpooled.copiedBuffer(binary)), new TextWebSocketFrame(text));
      for (ByteBuf part; (part = writer.readOutbound()) != null; part.release()) {
        theirs.writeBytes(part);
      }
      assertEquals(expected, byUs(Role.SERVER, ByteBufUtil.getBytes(theirs)));
      theirs.release();
    }
    writer.finishAndReleaseAll();
  }

  private static void write(FrameEncoder encoder, OutgoingFrame frame, ByteBuf out) {
    encoder.begin(frame, out);
    while (encoder.isBusy()) {
      encoder.goOn(out);
    }
  }
}
