package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.Agreement;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.protocol.ClosingHandshake;
import org.xpcom4j.necko.protocol.Deflate;
import org.xpcom4j.necko.protocol.FrameEncoder;
import org.xpcom4j.necko.protocol.MaskKeys;
import org.xpcom4j.necko.protocol.MessageDecoder;
import org.xpcom4j.necko.protocol.MessageSink;
import org.xpcom4j.necko.protocol.Opcode;
import org.xpcom4j.necko.protocol.OutgoingFrame;
import org.xpcom4j.necko.protocol.ProtocolViolation;
import org.xpcom4j.necko.protocol.Role;

/**
 * The open WebSocket: reads and answers frames, sends messages, and runs the closing handshake to its end. Once the end
 * is told, the socket stays a moment for the last Close frame to leave and the peer to close first (RFC 6455, section
 * 7.1.1). Lives on one socket thread.
 */
final class FrameHandler extends ChannelInboundHandlerAdapter {
  private static final FastThreadLocal<MaskKeys> MASK_KEYS =
      new FastThreadLocal<>() {
        @Override
        protected MaskKeys initialValue() {
          return new MaskKeys(new SecureRandom());
        }
      };
  private static final Duration LINGER = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Channel channel;
  private final Delivery delivery;
  private final ReadGate gate;
  private final FrameEncoder encoder;
  private final SendQueue queue;
  private final MessageDecoder decoder;
  private final Deadline closeDeadline;
  private final @Nullable Deadline idleDeadline; // null when nothing is compressed
  private final IntConsumer messageDone;

  private ClosingHandshake handshake = ClosingHandshake.open();

  /**
   * Makes the handler of a connection whose handshake is complete.
   *
   * @param deflate how messages are compressed, or null when they are not
   * @param messageDone is told the {@linkplain OutgoingFrame#pendingBytes size} of each message that was sent or dropped
   */
  FrameHandler(
      Channel channel,
      ConnectionLimits limits,
      @Nullable Deflate deflate,
      Delivery delivery,
      IntConsumer messageDone) {
    this.channel = channel;
    this.delivery = delivery;
    this.messageDone = messageDone;
    this.gate = new ReadGate(channel, limits.maxUnconsumedBytes());
    this.encoder = new FrameEncoder(Role.CLIENT, MASK_KEYS.get(), deflate);
    this.queue = new SendQueue(channel, encoder, new Progress());
    this.decoder = new MessageDecoder(Role.CLIENT, limits.incoming(), deflate, new Sink());
    this.closeDeadline =
        new Deadline(channel.eventLoop(), limits.closeTimeout(), this::closeTimedOut);
    this.idleDeadline =
        deflate == null ? null : new Deadline(channel.eventLoop(), IDLE, encoder::idle);
  }

  /** Queues a message; {@link #pump} sends it. */
  void send(OutgoingFrame message) {
    if (delivery.isEnded()) {
      messageDone.accept(message.pendingBytes());
    } else {
      queue.addMessage(message);
    }
  }

  void pump() {
    queue.pump();
  }

  /** Queues our Close frame behind all messages, unless there is one; {@link #pump} sends it. */
  void close(CloseStatus status) {
    if (!delivery.isEnded()) {
      advance(handshake.asked(status));
    }
  }

  void consumed(int payloadBytes) {
    gate.consumed(payloadBytes);
  }

  /** Ends at once for the listener; the peer gets a Close frame, if the socket takes it. */
  void fail(EndReason reason, CloseStatus farewell) {
    if (delivery.isEnded()) {
      return;
    }
    queue.dropMessages();
    advance(handshake.asked(farewell));
    linger(reason);
    queue.pump();
  }

  /** Ends because networking shuts down; nothing of the socket is left when this returns. */
  void shutDown() {
    fail(Faults.shutdown(), new CloseStatus(CloseStatus.GOING_AWAY, ""));
    Sockets.closeHard(channel);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof Agreement agreement) {
      delivery.opened(agreement.protocol(), agreement.extensions());
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof ByteBuf bytes && handshake.isPeerHeard() && !delivery.isEnded()) {
        decoder.read(bytes);
      }
    } catch (ProtocolViolation e) {
      String sentence = e.getMessage() == null ? "" : e.getMessage();
      fail(new EndReason(e.result(), sentence, e), e.closeStatus());
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    queue.pump();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    lost(Faults.closed());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    lost(Faults.open(cause));
  }

  /** The socket is closed: nothing is read or sent any more. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    if (idleDeadline != null) {
      idleDeadline.cancel();
    }
    encoder.close();
    decoder.close();
  }

  /** Takes the closing handshake to its next state, and does what follows from it. */
  private void advance(ClosingHandshake next) {
    boolean wasSettled = handshake.ours() != null;
    handshake = next;
    CloseStatus ours = next.ours();
    if (ours != null && !wasSettled) {
      queue.addClose(OutgoingFrame.close(ours));
      closeDeadline.restart();
    }
    if (next instanceof ClosingHandshake.Clean) {
      linger(EndReason.CLEAN);
    } else if (next instanceof ClosingHandshake.TimedOut late) {
      end(
          new EndReason(
              NS_ERROR_NET_TIMEOUT,
              late.isSent()
                  ? "the server did not answer our Close frame in time"
                  : "the server did not take what was sent before our Close frame in time"));
    }
  }

  private void closeTimedOut() {
    advance(handshake.timedOut());
  }

  private void lost(EndReason reason) {
    advance(handshake.lost());
    end(reason);
  }

  /** Tells the end; what is left to write may still leave, and the peer may close first. */
  private void linger(EndReason reason) {
    if (tellEnd(reason) && channel.isActive()) {
      gate.openForGood();
      new Deadline(channel.eventLoop(), LINGER, () -> Sockets.close(channel)).restart();
    }
  }

  /** Tells the end and closes the socket. */
  private void end(EndReason reason) {
    tellEnd(reason);
    Sockets.close(channel);
  }

  private boolean tellEnd(EndReason reason) {
    if (delivery.isEnded()) {
      return false;
    }
    closeDeadline.cancel();
    queue.dropMessages();
    delivery.ended(reason);
    return true;
  }

  private final class Sink implements MessageSink {
    @Override
    public void text(String message, int payloadBytes) {
      gate.delivering(payloadBytes);
      delivery.text(message, payloadBytes);
    }

    @Override
    public void binary(byte[] message) {
      gate.delivering(message.length);
      delivery.binary(message);
    }

    @Override
    public void ping(byte[] payload) {
      queue.addPong(OutgoingFrame.pong(payload));
      queue.pump();
    }

    @Override
    public void pong() {
      // Nobody waits for one yet.
    }

    @Override
    public void close(CloseStatus theirs) {
      delivery.closeReceived(theirs);
      queue.dropMessages(); // the peer may not read them any more, and waits for our Close
      advance(handshake.received(theirs));
      queue.pump();
    }
  }

  private final class Progress implements SendQueue.Progress {
    @Override
    public void written(@Nullable OutgoingFrame whole) {
      if (closeDeadline.isRunning()) {
        closeDeadline.restart(); // the peer still takes what we send
      }
      if (whole != null) {
        frameWritten(whole);
      }
    }

    @Override
    public void dropped(OutgoingFrame message) {
      messageDone.accept(message.pendingBytes());
    }

    @Override
    public void failed(Throwable cause) {
      lost(Faults.open(cause));
    }

    @Override
    public void pongsWaiting(int count) {
      gate.pongsWaiting(count);
    }

    private void frameWritten(OutgoingFrame frame) {
      if (idleDeadline != null && channel.isActive()) {
        idleDeadline.restart();
      }
      if (frame.opcode() == Opcode.CLOSE) {
        advance(handshake.sent());
      } else if (frame.isMessage()) {
        messageDone.accept(frame.pendingBytes());
        delivery.acknowledged(frame.payloadBytes());
      }
    }
  }
}
