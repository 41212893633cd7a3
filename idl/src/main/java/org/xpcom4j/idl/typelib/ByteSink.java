package org.xpcom4j.idl.typelib;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written one after the other, big-endian. */
final class ByteSink {
  private byte[] bytes = new byte[1024];
  private int size;

  int size() {
    return size;
  }

  void u8(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  void u16(int value) {
    u8(value >> 8);
    u8(value);
  }

  void u32(int value) {
    u16(value >> 16);
    u16(value);
  }

  void u64(long value) {
    u32((int) (value >> 32));
    u32((int) value);
  }

  /** Writes characters, which are ASCII in all names of IDL. */
  void text(String text) {
    bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void bytes(byte[] more) {
    for (byte each : more) {
      u8(each);
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
