package org.xpcom4j.necko.protocol;

/**
 * How much a peer may send at a time.
 *
 * @param maxFrameBytes the largest payload of a frame, as on the wire; control frames have a limit of their own
 * @param maxMessageBytes the largest message, after decompression
 */
public record MessageLimits(long maxFrameBytes, int maxMessageBytes) {
  /**
   * Checks that both limits are positive.
   *
   * @param maxFrameBytes of a frame
   * @param maxMessageBytes of a message
   */
  public MessageLimits {
    if (maxFrameBytes < 1 || maxMessageBytes < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }

  /**
   * Makes limits in which a message may be one frame.
   *
   * @param maxMessageBytes the largest message
   * @return limits without one for frames
   */
  public static MessageLimits ofMessages(int maxMessageBytes) {
    return new MessageLimits(Long.MAX_VALUE, maxMessageBytes);
  }
}
