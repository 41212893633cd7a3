package org.xpcom4j.contract.suite.torture;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Octets;

/** permessage-deflate of a server under test; shares nothing with the kit's, whose work it has to stand. */
final class Compression implements AutoCloseable {
  private static final int TAIL = 4;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final Inflater inflater = new Inflater(true);
  private final boolean deflatesAfresh;
  private final boolean inflatesAfresh;

  private Compression(Deflate agreed) {
    deflatesAfresh = agreed.serverNoContextTakeover();
    inflatesAfresh = agreed.clientNoContextTakeover();
    if (agreed.serverMaxWindowBits() < 15) {
      deflater.setStrategy(Deflater.HUFFMAN_ONLY); // without references none reaches too far
      deflater.deflate(new byte[1]); // takes the strategy on; with input that would delay the flush
    }
  }

  static Compression of(Deflate agreed) {
    return new Compression(agreed);
  }

  Octets deflate(Octets message) {
    if (deflatesAfresh) {
      deflater.reset();
    }
    if (message.size() == 0) {
      return Octets.hex("00");
    }
    deflater.setInput(message.toArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.size() / 4 + 64);
    byte[] buffer = new byte[16384];
    int made;
    do {
      made = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      out.write(buffer, 0, made);
    } while (made == buffer.length);
    return Octets.of(out.toByteArray()).slice(0, out.size() - TAIL);
  }

  byte[] inflate(byte[] message) throws DataFormatException {
    if (inflatesAfresh) {
      inflater.reset();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.length * 3 + 64);
    byte[] buffer = new byte[16384];
    byte[] input = Octets.join(Octets.of(message), Octets.hex("00 00 ff ff")).toArray();
    inflater.setInput(input);
    int made = 1;
    while (made > 0 || inflater.finished()) {
      made = inflater.inflate(buffer);
      out.write(buffer, 0, made);
      if (inflater.finished()) { // a final block; the next one begins a stream of its own
        int left = inflater.getRemaining();
        inflater.reset();
        if (left == 0) {
          break;
        }
        inflater.setInput(input, input.length - left, left);
        made = 1;
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    deflater.end();
    inflater.end();
  }
}
