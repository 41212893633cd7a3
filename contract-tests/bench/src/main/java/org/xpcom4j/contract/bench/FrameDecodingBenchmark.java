package org.xpcom4j.contract.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.protocol.MessageDecoder;
import org.xpcom4j.necko.protocol.MessageSink;
import org.xpcom4j.necko.protocol.ProtocolViolation;
import org.xpcom4j.necko.protocol.Role;

/** A server's frames on their way to the listener: from a buffer to a String or a byte array. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameDecodingBenchmark {
  /** What the message is. */
  @Param({"ascii", "mixed", "binary"})
  public String kind = "";

  /** The size of its payload. */
  @Param({"64", "16384"})
  public int bytes;

  private final Last last = new Last();
  private final MessageDecoder decoder =
      new MessageDecoder(Role.CLIENT, Integer.MAX_VALUE, null, last);
  private final NettyCodec netty = new NettyCodec(false);
  private byte[] payload = {};
  private ByteBuf frame = ByteBufAllocator.DEFAULT.directBuffer();

  /** Made by JMH. */
  public FrameDecodingBenchmark() {}

  /** Makes the frame, as it lies in the buffer that a socket was read into. */
  @Setup
  public void makeFrame() {
    boolean isText = !kind.equals("binary");
    payload =
        isText ? Payload.text(kind, bytes).getBytes(StandardCharsets.UTF_8) : Payload.binary(bytes);
    frame.writeByte(isText ? 0x81 : 0x82);
    if (payload.length <= 125) {
      frame.writeByte(payload.length);
    } else {
      frame.writeByte(126).writeShort(payload.length);
    }
    frame.writeBytes(payload);
  }

  /** Gives the buffer back. */
  @TearDown
  public void release() {
    frame.release();
  }

  /**
   * Netty's decoder; that text is UTF-8 is not checked.
   *
   * @return the message
   * @throws Exception never
   */
  @Benchmark
  public Object baseline() throws Exception {
    WebSocketFrame decoded = netty.decode(frame.readerIndex(0));
    Object message =
        decoded instanceof TextWebSocketFrame text
            ? text.text()
            : ByteBufUtil.getBytes(decoded.content());
    decoded.release();
    return message;
  }

  /**
   * The JDK, given the payload alone: what no decoder can be expected to beat.
   *
   * @return the message
   */
  @Benchmark
  public Object jdk() {
    return kind.equals("binary") ? payload.clone() : new String(payload, StandardCharsets.UTF_8);
  }

  /**
   * Ours, checks included.
   *
   * @return the message
   * @throws ProtocolViolation never
   */
  @Benchmark
  public @Nullable Object decode() throws ProtocolViolation {
    decoder.read(frame.readerIndex(0));
    return last.message;
  }

  private static final class Last implements MessageSink {
    private @Nullable Object message;

    @Override
    public void text(String text, int payloadBytes) {
      message = text;
    }

    @Override
    public void binary(byte[] binary) {
      message = binary;
    }

    @Override
    public void ping(byte[] ping) {
      message = ping;
    }

    @Override
    public void pong() {
      message = "";
    }

    @Override
    public void close(CloseStatus status) {
      message = status;
    }
  }
}
