package org.xpcom4j.necko.protocol;

/**
 * How much the head of an HTTP message may be.
 *
 * @param maxStartLineBytes of the first line, without its end
 * @param maxFieldLineBytes of each other line, without its end
 * @param maxFields how many header fields there may be
 * @param maxHeadBytes of all lines with their ends
 */
public record HeadLimits(
    int maxStartLineBytes, int maxFieldLineBytes, int maxFields, int maxHeadBytes) {
  /** What applies when nobody asks for something else: 8 KiB, 64 KiB, 1000 fields, 384 KiB. */
  public static final HeadLimits DEFAULT = new HeadLimits(1 << 13, 1 << 16, 1000, 384 << 10);

  /**
   * Checks that every limit is positive.
   *
   * @param maxStartLineBytes of the first line
   * @param maxFieldLineBytes of each other line
   * @param maxFields of the header
   * @param maxHeadBytes of all together
   */
  public HeadLimits {
    if (maxStartLineBytes < 1 || maxFieldLineBytes < 1 || maxFields < 1 || maxHeadBytes < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }
}
