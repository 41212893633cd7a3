package org.xpcom4j.idl.typelib;

/** Reads big-endian numbers one after the other, and stops at the end with a message. */
final class Cursor {
  private final byte[] bytes;
  private int position;

  /**
   * Begins somewhere.
   *
   * @param position from 0 to the length, both included
   */
  Cursor(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  int u8(String what) throws TypelibFormatException {
    require(1, what);
    return Byte.toUnsignedInt(bytes[position++]);
  }

  int u16(String what) throws TypelibFormatException {
    require(2, what);
    return u8(what) << 8 | u8(what);
  }

  long u32(String what) throws TypelibFormatException {
    require(4, what);
    return (long) u16(what) << 16 | u16(what);
  }

  long u64(String what) throws TypelibFormatException {
    require(8, what);
    return u32(what) << 32 | u32(what);
  }

  private void require(int size, String what) throws TypelibFormatException {
    if (bytes.length - position < size) {
      throw new TypelibFormatException(position, "the file ends before the " + what);
    }
  }

  /** Reads a count and refuses it at once if the file is too short for so many things. */
  int count(boolean isWide, int leastSize, String what) throws TypelibFormatException {
    int start = position;
    int count = isWide ? u16(what) : u8(what);
    int left = bytes.length - position;
    if ((long) count * leastSize > left) {
      throw new TypelibFormatException(
          start, count + " " + what + " are announced, and only " + left + " bytes follow");
    }
    return count;
  }
}
