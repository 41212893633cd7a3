package org.xpcom4j.contract.kit.websocket;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses messages (RFC 7692, section 7.2.1). The JDK's Deflater has a window of 32 KiB; a smaller one is kept by
 * starting afresh every so many bytes, on a byte border, so that no reference can reach further back.
 */
final class MessageDeflater implements AutoCloseable {
  private static final int TAIL = 4; // 00 00 ff ff, which the peer puts back

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final int windowBits;
  private final boolean isFresh;

  MessageDeflater(int windowBits, boolean isFresh) {
    this.windowBits = windowBits;
    this.isFresh = isFresh;
  }

  Octets deflate(Octets message) {
    if (message.size() == 0) {
      return Octets.of((byte) 0); // a deflater that has just flushed would make nothing at all
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (isFresh) {
      deflater.reset();
    }
    byte[] bytes = message.array();
    int block = windowBits == 15 ? bytes.length : 1 << windowBits;
    for (int from = 0; from < bytes.length; from += block) {
      if (windowBits < 15) {
        deflater.reset();
      }
      flush(bytes, from, Math.min(block, bytes.length - from), out);
    }
    Octets all = Octets.owned(out.toByteArray());
    return all.slice(0, all.size() - TAIL);
  }

  private void flush(byte[] bytes, int from, int count, ByteArrayOutputStream out) {
    byte[] buffer = new byte[8192];
    deflater.setInput(bytes, from, count);
    int made;
    do {
      made = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      out.write(buffer, 0, made);
    } while (made == buffer.length);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
