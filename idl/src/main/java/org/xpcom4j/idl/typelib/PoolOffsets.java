package org.xpcom4j.idl.typelib;

/**
 * Turns offsets in the pool, which count from 1, into positions in the file.
 *
 * @param start where the pool begins
 * @param end where the file ends
 */
record PoolOffsets(long start, int end) {
  /**
   * Finds a position.
   *
   * @param at where the offset itself stands, for messages
   * @param offset the offset, not 0
   */
  int position(int at, long offset, String what) throws TypelibFormatException {
    long position = start + offset - 1;
    if (position >= end) {
      throw new TypelibFormatException(
          at,
          "the "
              + what
              + " points at offset "
              + offset
              + " of the pool, behind the end of the file");
    }
    return (int) position;
  }
}
