package org.xpcom4j.contract.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xpcom4j.necko.protocol.FrameEncoder;
import org.xpcom4j.necko.protocol.MaskKeys;
import org.xpcom4j.necko.protocol.OutgoingFrame;
import org.xpcom4j.necko.protocol.Role;

/** A client's messages on their way to the wire, 16 at a time: from String or byte array to masked frames in buffers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameEncodingBenchmark {
  private static final int MESSAGES = 16;
  private static final int BATCH_BYTES = 1 << 14;

  /** What the message is. */
  @Param({"ascii", "mixed", "binary"})
  public String kind = "";

  /** The size of its payload. */
  @Param({"64", "16384"})
  public int bytes;

  private final FrameEncoder encoder =
      new FrameEncoder(Role.CLIENT, new MaskKeys(new SecureRandom()), null);
  private final NettyCodec netty = new NettyCodec(true);
  private boolean isText;
  private String text = "";
  private byte[] binary = {};

  /** Made by JMH. */
  public FrameEncodingBenchmark() {}

  /** Makes the message. */
  @Setup
  public void makeMessage() {
    isText = !kind.equals("binary");
    text = isText ? Payload.text(kind, bytes) : "";
    binary = Payload.binary(bytes);
  }

  /**
   * Netty's encoder, which makes a buffer for each frame.
   *
   * @return the size of the frames
   * @throws Exception never
   */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public int baseline() throws Exception {
    int written = 0;
    for (int i = 0; i < MESSAGES; i++) {
      written +=
          netty.encode(
              isText
                  ? new TextWebSocketFrame(text)
                  : new BinaryWebSocketFrame(Unpooled.wrappedBuffer(binary)));
    }
    return written;
  }

  /**
   * Ours, which puts frames that are sent together into one buffer, up to 16 KiB.
   *
   * @return the size of the frames
   */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public int encode() {
    int written = 0;
    for (int i = 0; i < MESSAGES; ) {
      OutgoingFrame frame = frame();
      ByteBuf out = ByteBufAllocator.DEFAULT.buffer(Math.max(BATCH_BYTES, encoder.sizeHint(frame)));
      encoder.begin(frame, out);
      for (i++; i < MESSAGES && out.readableBytes() + bytes < BATCH_BYTES; i++) {
        encoder.begin(frame(), out);
      }
      written += out.readableBytes();
      out.release();
    }
    return written;
  }

  private OutgoingFrame frame() {
    return isText
        ? OutgoingFrame.text(text, Integer.MAX_VALUE)
        : OutgoingFrame.binary(binary, Integer.MAX_VALUE);
  }
}
