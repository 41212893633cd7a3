package org.xpcom4j.contract.kit.websocket;

/**
 * How bytes are cut into writes. Each write is handed to the system by itself, with TCP_NODELAY; the network may still
 * join them.
 *
 * @param size bytes in each write but the last
 */
public record Chunks(int size) {
  /** All bytes in one write. */
  public static final Chunks WHOLE = new Chunks(Integer.MAX_VALUE);

  /** Every byte by itself. */
  public static final Chunks SINGLE_OCTETS = new Chunks(1);

  /**
   * Checks the size.
   *
   * @param size bytes in each write but the last
   * @throws IllegalArgumentException when it is less than 1
   */
  public Chunks {
    if (size < 1) {
      throw new IllegalArgumentException("a chunk has at least one octet, not " + size);
    }
  }

  @Override
  public String toString() {
    return size == Integer.MAX_VALUE ? "one write" : "writes of " + size;
  }
}
