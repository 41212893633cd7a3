package org.xpcom4j.contract.kit.websocket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket's input that gives up, with an exception, when a deadline is over. */
final class TimedInput extends FilterInputStream {
  private final Socket socket;
  private final long deadline;

  TimedInput(InputStream in, Socket socket, long deadline) {
    super(in);
    this.socket = socket;
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    limit();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    limit();
    return super.read(bytes, from, count);
  }

  private void limit() throws IOException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("the time for this connection is over");
    }
    socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
  }
}
