package org.xpcom4j.contract.kit.websocket;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses messages (RFC 7692, section 7.2.2), up to a limit. */
final class MessageInflater implements AutoCloseable {
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
  private static final int MAX_MESSAGE = 256 << 20;

  private final Inflater inflater = new Inflater(true);
  private final WindowCheck window;
  private final boolean isFresh;

  MessageInflater(int windowBits, boolean isFresh) {
    this.isFresh = isFresh;
    this.window = new WindowCheck(1 << windowBits);
  }

  Octets inflate(Octets compressed) throws BrokenRule {
    if (isFresh) {
      inflater.reset();
      window.forget();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.size() * 3);
    byte[] input = Octets.join(compressed, Octets.of(TAIL)).array();
    window.check(input);
    try {
      inflate(input, out);
    } catch (DataFormatException e) {
      throw new BrokenRule(
          "7.2.2 of RFC 7692", "a message that cannot be inflated: " + e.getMessage());
    }
    return Octets.owned(out.toByteArray());
  }

  private void inflate(byte[] input, ByteArrayOutputStream out)
      throws DataFormatException, BrokenRule {
    byte[] buffer = new byte[16384];
    inflater.setInput(input);
    while (true) {
      int made = inflater.inflate(buffer);
      out.write(buffer, 0, made);
      if (out.size() > MAX_MESSAGE) {
        throw new BrokenRule("7.2.2 of RFC 7692", "a message that inflates beyond 256 MiB");
      }
      if (inflater.finished()) { // a final block; what follows is a stream of its own
        int left = inflater.getRemaining();
        inflater.reset();
        if (left == 0) {
          return;
        }
        inflater.setInput(input, input.length - left, left);
      } else if (made == 0) {
        return;
      }
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
