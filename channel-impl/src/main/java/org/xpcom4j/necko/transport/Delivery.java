package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_OK;

import io.netty.util.concurrent.EventExecutor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.CloseStatus;

/**
 * Keeps the promises of {@link ConnectionListener}: one end, nothing after it, and a {@code batchEnded} behind the calls
 * of each round of the socket thread. Lives on that thread.
 */
final class Delivery {
  private final ConnectionListener listener;
  private final EventExecutor loop;

  private boolean isBatchOpen;
  private boolean isOver; // no messages, acknowledgements or Close frames any more
  private boolean isEnded;

  Delivery(ConnectionListener listener, EventExecutor loop) {
    this.listener = listener;
    this.loop = loop;
  }

  void secured(SSLEngine engine, @Nullable SSLException failure) {
    if (!isEnded) {
      told();
      listener.secured(engine, failure);
    }
  }

  void opened(String protocol, String extensions) {
    if (!isEnded) {
      told();
      listener.opened(protocol, extensions);
    }
  }

  void text(String message, int payloadBytes) {
    told();
    listener.text(message, payloadBytes);
  }

  void binary(byte[] message) {
    told();
    listener.binary(message);
  }

  void acknowledged(int payloadBytes) {
    if (!isOver) {
      told();
      listener.acknowledged(payloadBytes);
    }
  }

  void closeReceived(CloseStatus status) {
    isOver = true;
    told();
    listener.closeReceived(status);
  }

  /** Tells the end, the first time. */
  void ended(EndReason reason) {
    if (!isEnded) {
      isEnded = true;
      isOver = true;
      isBatchOpen = true;
      try {
        boolean isShutdown = loop.isShuttingDown() && reason.status() != NS_OK;
        listener.ended(
            isShutdown ? Faults.shutdown() : reason); // what else failed, failed for that
      } finally {
        endBatch(); // now: the thread may be about to stop
      }
    }
  }

  boolean isEnded() {
    return isEnded;
  }

  private void told() {
    if (!isBatchOpen) {
      isBatchOpen = true;
      loop.execute(this::endBatch);
    }
  }

  private void endBatch() {
    if (isBatchOpen) {
      isBatchOpen = false;
      listener.batchEnded();
    }
  }
}
