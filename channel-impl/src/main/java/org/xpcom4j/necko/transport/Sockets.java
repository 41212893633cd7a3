package org.xpcom4j.necko.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;
import org.jspecify.annotations.Nullable;

/** Calls on sockets whose outcome nobody waits for: a failure shows as an event of the same socket. */
final class Sockets {
  private Sockets() {}

  @SuppressWarnings("FutureReturnValueIgnored") // the point of this class
  static void close(@Nullable Channel socket) {
    if (socket != null) {
      socket.close();
    }
  }

  /** Closes now, even if the peer takes no more bytes that say so. */
  @SuppressWarnings("FutureReturnValueIgnored") // the point of this class
  static void closeHard(Channel socket) {
    socket.close();
    if (socket.isOpen()) { // TLS waits for its last record to leave
      socket.unsafe().closeForcibly();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the point of this class
  static void send(ChannelOutboundInvoker socket, Object message) {
    socket.writeAndFlush(message);
  }
}
