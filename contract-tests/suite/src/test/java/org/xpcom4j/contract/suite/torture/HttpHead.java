package org.xpcom4j.contract.suite.torture;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads the head of an HTTP request or answer as it is. */
final class HttpHead {
  private HttpHead() {}

  /** Takes no byte behind the empty line, which is part of what it returns. */
  static String read(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }
}
