package org.xpcom4j.necko.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.FrameEncoder;
import org.xpcom4j.necko.protocol.OutgoingFrame;

/**
 * What waits to be sent: pongs first, then messages in their order, then the Close frame, after which nothing goes out. A
 * frame once begun is finished. Only as much is encoded as the socket takes; small frames share a buffer. Lives on one socket thread.
 */
final class SendQueue {
  /** Hears what became of the frames. */
  interface Progress {
    /** A piece of a frame has left; the whole frame, when it is given. */
    void written(@Nullable OutgoingFrame whole);

    /** A message will not be sent. */
    void dropped(OutgoingFrame message);

    /** Writing failed; the socket is closed or will be. */
    void failed(Throwable cause);

    /** The number of pongs in the queue has changed. */
    void pongsWaiting(int count);
  }

  /** So much is put in one buffer, where frames are small. */
  private static final int BATCH_BYTES = 1 << 14;

  private final Channel channel;
  private final FrameEncoder encoder;
  private final Progress progress;
  private final Deque<OutgoingFrame> pongs = new ArrayDeque<>();
  private final Deque<OutgoingFrame> messages = new ArrayDeque<>();

  private @Nullable OutgoingFrame current;
  private @Nullable OutgoingFrame close;
  private boolean isCloseBegun;
  private boolean isPumping;

  SendQueue(Channel channel, FrameEncoder encoder, Progress progress) {
    this.channel = channel;
    this.encoder = encoder;
    this.progress = progress;
  }

  /** Adds a message, unless the Close frame was added before. Call {@link #pump} afterwards. */
  void addMessage(OutgoingFrame message) {
    if (close == null) {
      messages.add(message);
    } else {
      progress.dropped(message);
    }
  }

  void addPong(OutgoingFrame pong) {
    if (!isCloseBegun) {
      pongs.add(pong);
      progress.pongsWaiting(pongs.size());
    }
  }

  /** Adds the Close frame behind all messages; the first one stands. */
  void addClose(OutgoingFrame frame) {
    if (close == null) {
      close = frame;
    }
  }

  /** Drops every message that is not begun. */
  void dropMessages() {
    for (OutgoingFrame message; (message = messages.poll()) != null; ) {
      progress.dropped(message);
    }
  }

  /** Writes what the socket takes. */
  void pump() {
    if (isPumping) {
      return; // called back from a write below
    }
    isPumping = true;
    try {
      while (channel.isActive() && channel.isWritable() && writeSome()) {
        channel.flush();
      }
    } finally {
      isPumping = false;
    }
  }

  private boolean writeSome() {
    boolean isSomethingWritten = false;
    while (channel.isWritable() && (encoder.isBusy() || beginNext())) {
      writeBatch();
      isSomethingWritten = true;
    }
    return isSomethingWritten;
  }

  private boolean beginNext() {
    OutgoingFrame next = nextFrame();
    current = next;
    return next != null;
  }

  private @Nullable OutgoingFrame nextFrame() {
    if (isCloseBegun) {
      return null;
    }
    OutgoingFrame pong = pongs.poll();
    if (pong != null) {
      progress.pongsWaiting(pongs.size());
      return pong;
    }
    OutgoingFrame message = messages.poll();
    if (message != null) {
      return message;
    }
    isCloseBegun = close != null;
    return close;
  }

  /** Writes one piece of a large frame, or as many small frames as fit in one buffer. */
  private void writeBatch() {
    Batch batch = new Batch();
    ByteBuf out = channel.alloc().buffer(roomFor(current()));
    do {
      if (encoder.isBusy()) {
        encoder.goOn(out);
      } else {
        encoder.begin(current(), out);
      }
      if (!encoder.isBusy()) {
        batch.add(current());
      }
    } while (out.readableBytes() < BATCH_BYTES && !encoder.isBusy() && beginNext());
    channel.write(out).addListener(batch);
  }

  private int roomFor(OutgoingFrame frame) {
    int needed = encoder.sizeHint(frame);
    return messages.isEmpty() ? needed : Math.max(needed, BATCH_BYTES);
  }

  private OutgoingFrame current() {
    OutgoingFrame frame = current;
    if (frame == null) {
      throw new IllegalStateException("no frame to write");
    }
    return frame;
  }

  /** The frames that end in one buffer. */
  private final class Batch implements ChannelFutureListener {
    private final List<OutgoingFrame> whole = new ArrayList<>(1);

    void add(OutgoingFrame frame) {
      whole.add(frame);
    }

    @Override
    public void operationComplete(ChannelFuture written) {
      if (!written.isSuccess()) {
        progress.failed(written.cause());
      } else if (whole.isEmpty()) {
        progress.written(null);
      } else {
        whole.forEach(progress::written);
      }
    }
  }
}
