package org.xpcom4j.necko.transport;

import java.time.Duration;
import org.xpcom4j.necko.protocol.HeadLimits;
import org.xpcom4j.necko.protocol.MessageLimits;

/**
 * The bounds of one connection.
 *
 * @param openTimeout from {@link SocketTransport#connect} to the end of the handshake: name resolution, TCP, TLS, HTTP
 * @param closeTimeout from the moment our Close frame is asked for to the server's
 * @param maxMessageBytes the largest payload of a message, in either direction
 * @param maxUnconsumedBytes reading stops while more than this was given to the listener and is not {@linkplain
 *     Connection#consumed consumed}
 * @param maxPendingSendBytes no message is taken while this much is waiting to be sent; a text counts its characters
 * @param compressFromBytes the smallest message to compress, where compression is agreed on; not negative
 * @param maxFrameBytes the largest payload of a frame that the peer may send
 * @param head how much the server's answer to the opening request may be
 */
public record ConnectionLimits(
    Duration openTimeout,
    Duration closeTimeout,
    int maxMessageBytes,
    long maxUnconsumedBytes,
    long maxPendingSendBytes,
    int compressFromBytes,
    long maxFrameBytes,
    HeadLimits head) {
  /**
   * What applies when nobody asks for something else: 20 s, 20 s, 2 GiB less one, 1 MiB, 64 MiB, 64 bytes, frames as
   * large as messages, heads as {@link HeadLimits#DEFAULT} says.
   */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(
          Duration.ofSeconds(20), Duration.ofSeconds(20), Integer.MAX_VALUE, 1 << 20, 64 << 20, 64);

  /**
   * Checks that every limit is positive, where it may not be 0.
   *
   * @param openTimeout for the opening
   * @param closeTimeout for the closing handshake
   * @param maxMessageBytes per message
   * @param maxUnconsumedBytes before reading stops
   * @param maxPendingSendBytes before sending is refused
   * @param compressFromBytes before messages are compressed
   * @param maxFrameBytes per frame
   * @param head of the server's answer
   */
  public ConnectionLimits {
    if (openTimeout.isNegative()
        || openTimeout.isZero()
        || closeTimeout.isNegative()
        || closeTimeout.isZero()
        || maxMessageBytes < 1
        || maxUnconsumedBytes < 1
        || maxPendingSendBytes < 1
        || compressFromBytes < 0
        || maxFrameBytes < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }

  /**
   * Makes limits in which a message may be one frame, and heads are as {@link HeadLimits#DEFAULT} says.
   *
   * @param openTimeout for the opening
   * @param closeTimeout for the closing handshake
   * @param maxMessageBytes per message
   * @param maxUnconsumedBytes before reading stops
   * @param maxPendingSendBytes before sending is refused
   * @param compressFromBytes before messages are compressed
   */
  public ConnectionLimits(
      Duration openTimeout,
      Duration closeTimeout,
      int maxMessageBytes,
      long maxUnconsumedBytes,
      long maxPendingSendBytes,
      int compressFromBytes) {
    this(
        openTimeout,
        closeTimeout,
        maxMessageBytes,
        maxUnconsumedBytes,
        maxPendingSendBytes,
        compressFromBytes,
        Long.MAX_VALUE,
        HeadLimits.DEFAULT);
  }

  /** What the peer may send at a time. */
  MessageLimits incoming() {
    return new MessageLimits(maxFrameBytes, maxMessageBytes);
  }
}
