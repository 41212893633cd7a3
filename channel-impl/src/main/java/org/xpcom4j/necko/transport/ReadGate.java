package org.xpcom4j.necko.transport;

import io.netty.channel.Channel;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops reading from the socket while the listener has too much to deal with, or the peer does not take its pongs, so
 * that a slow side slows the other and memory stays bounded.
 */
final class ReadGate {
  /** What a message costs beside its payload, so that empty ones are bounded too. */
  private static final int MESSAGE_OVERHEAD = 64;

  private static final int MAX_WAITING_PONGS = 64;

  private final Channel channel;
  private final long maxUnconsumed;
  private final AtomicLong unconsumed =
      new AtomicLong(); // socket thread adds, any thread takes off

  private volatile boolean isFull; // written by the socket thread
  private boolean isPongsWaiting;
  private boolean isOpenForGood;

  ReadGate(Channel channel, long maxUnconsumed) {
    this.channel = channel;
    this.maxUnconsumed = maxUnconsumed;
  }

  /** A message is about to be delivered. */
  void delivering(int payloadBytes) {
    if (unconsumed.addAndGet((long) payloadBytes + MESSAGE_OVERHEAD) > maxUnconsumed && !isFull) {
      isFull = true;
      update();
      reopen(); // it may have been consumed before isFull could be seen
    }
  }

  /** A message was dealt with. On any thread. */
  void consumed(int payloadBytes) {
    long left = unconsumed.addAndGet(-((long) payloadBytes + MESSAGE_OVERHEAD));
    if (isFull && left <= maxUnconsumed / 2) {
      try {
        channel.eventLoop().execute(this::reopen);
      } catch (RejectedExecutionException e) {
        // The socket threads have stopped: there is nothing to read any more.
        return;
      }
    }
  }

  void pongsWaiting(int count) {
    boolean isMany = count > MAX_WAITING_PONGS;
    if (isMany != isPongsWaiting) {
      isPongsWaiting = isMany;
      update();
    }
  }

  /** From now on everything is read, since it is dropped. */
  void openForGood() {
    isOpenForGood = true;
    update();
  }

  private void reopen() {
    if (isFull && unconsumed.get() <= maxUnconsumed / 2) {
      isFull = false;
      update();
    }
  }

  private void update() {
    channel.config().setAutoRead(isOpenForGood || !(isFull || isPongsWaiting));
  }
}
