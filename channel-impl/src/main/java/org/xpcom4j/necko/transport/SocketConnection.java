package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_BASE_STREAM_WOULD_BLOCK;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NET_TIMEOUT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;
import static org.xpcom4j.result.Nsresult.NS_OK;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.Agreement;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.necko.protocol.Deflate;
import org.xpcom4j.necko.protocol.DeflateParameters;
import org.xpcom4j.necko.protocol.OutgoingFrame;
import org.xpcom4j.necko.protocol.ZlibPool;
import org.xpcom4j.result.XpcomException;

/**
 * One connection as its owner sees it: takes calls from any thread to the socket thread, where first an {@link Opener} and
 * then a {@link FrameHandler} does the work.
 */
final class SocketConnection implements Connection {
  private final ConnectionLimits limits;
  private final Opener opener;
  private final EventLoop loop;
  private final ZlibPool zlib;
  private final Delivery delivery;
  private final Consumer<SocketConnection> whenGone;
  private final Deadline openDeadline;

  private final Queue<Consumer<FrameHandler>> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isDrainDue = new AtomicBoolean();
  private final AtomicLong pendingSendBytes = new AtomicLong();

  private volatile @Nullable FrameHandler frames; // set once, by the socket thread

  SocketConnection(
      ConnectRequest request,
      Opener opener,
      ConnectionListener listener,
      EventLoop loop,
      ZlibPool zlib,
      Consumer<SocketConnection> whenGone) {
    this.limits = request.limits();
    this.opener = opener;
    this.loop = loop;
    this.zlib = zlib;
    this.delivery = new Delivery(listener, loop);
    this.whenGone = whenGone;
    this.openDeadline = new Deadline(loop, limits.openTimeout(), this::openTimedOut);
  }

  void start() {
    run(this::open);
  }

  @Override
  public void sendText(String message) {
    send(OutgoingFrame.text(message, limits.maxMessageBytes()));
  }

  @Override
  public void sendBinary(byte[] message) {
    send(OutgoingFrame.binary(message, limits.maxMessageBytes()));
  }

  @Override
  public void close(CloseStatus status) {
    outbox.add(open -> open.close(status));
    run(
        () -> {
          if (frames == null) {
            giveUp(closedBeforeOpen(status));
          } else {
            drainOutbox();
          }
        });
  }

  @Override
  public void cancel(EndReason reason) {
    run(
        () -> {
          FrameHandler open = frames;
          if (open != null) {
            open.fail(reason, new CloseStatus(CloseStatus.GOING_AWAY, ""));
          } else {
            giveUp(reason);
          }
        });
  }

  @Override
  public void consumed(int payloadBytes) {
    FrameHandler open = frames;
    if (open != null) {
      open.consumed(payloadBytes);
    }
  }

  /** Ends the connection because networking shuts down, and closes its socket, also when the end has been told. */
  void shutDown() {
    run(
        () -> {
          FrameHandler open = frames;
          if (open != null) {
            open.shutDown();
          } else {
            giveUp(Faults.shutdown());
          }
        });
  }

  private void open() {
    if (delivery.isEnded()) {
      return;
    }
    openDeadline.restart();
    opener.open(limits.openTimeout(), new Opened());
  }

  private void send(OutgoingFrame message) {
    long waiting = pendingSendBytes.get();
    if (waiting >= limits.maxPendingSendBytes()) {
      throw new XpcomException(
          NS_BASE_STREAM_WOULD_BLOCK,
          waiting + " bytes wait to be sent already; send on after onAcknowledge");
    }
    pendingSendBytes.addAndGet(message.pendingBytes());
    outbox.add(open -> open.send(message));
    if (isDrainDue.compareAndSet(false, true)) {
      run(this::drainOutbox);
    }
  }

  private void drainOutbox() {
    isDrainDue.set(false);
    FrameHandler open = frames;
    if (open == null) {
      if (delivery.isEnded()) {
        dropOutbox();
      }
      return; // sent when the connection is open
    }
    for (Consumer<FrameHandler> next; (next = outbox.poll()) != null; ) {
      next.accept(open);
    }
    open.pump();
  }

  private void dropOutbox() {
    outbox.clear();
    pendingSendBytes.set(0);
  }

  private void messageDone(int pendingBytes) {
    pendingSendBytes.addAndGet(-pendingBytes);
  }

  private void openTimedOut() {
    giveUp(
        new EndReason(
            NS_ERROR_NET_TIMEOUT,
            "no connection to "
                + opener.target()
                + " within "
                + limits.openTimeout().toMillis()
                + " ms; it got as far as "
                + opener.stage()));
  }

  private void giveUp(EndReason reason) {
    if (!delivery.isEnded()) {
      opener.abandon();
      end(reason);
    }
  }

  private void end(EndReason reason) {
    openDeadline.cancel();
    dropOutbox();
    delivery.ended(reason);
    whenGone.accept(this);
  }

  private @Nullable Deflate deflate(@Nullable DeflateParameters agreed) {
    return agreed == null ? null : new Deflate(agreed, limits.compressFromBytes(), zlib);
  }

  private static EndReason closedBeforeOpen(CloseStatus status) {
    long result = status.code() == CloseStatus.GOING_AWAY ? NS_OK : NS_ERROR_NOT_CONNECTED;
    return new EndReason(result, "closed before the connection was open");
  }

  private void run(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // The socket threads have stopped, and every connection has ended before.
      return;
    }
  }

  private final class Opened implements Opener.Outcome {
    @Override
    public void secured(SSLEngine engine, @Nullable SSLException failure) {
      delivery.secured(engine, failure);
    }

    @Override
    public ChannelHandler upgraded(Channel channel, Agreement agreement) {
      openDeadline.cancel();
      FrameHandler open =
          new FrameHandler(
              channel,
              limits,
              deflate(agreement.deflate()),
              delivery,
              SocketConnection.this::messageDone);
      frames = open;
      channel.closeFuture().addListener(closed -> whenGone.accept(SocketConnection.this));
      run(SocketConnection.this::drainOutbox);
      return open;
    }

    @Override
    public void failed(EndReason reason) {
      end(reason);
    }
  }
}
