package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads the opening request of one client. Belongs to one thread. */
public final class RequestReader {
  private final HeadReader<RequestHead> heads;

  /**
   * Makes a reader.
   *
   * @param limits of the request
   */
  public RequestReader(HeadLimits limits) {
    heads = HeadReader.ofRequests(limits);
  }

  /**
   * Takes bytes up to the end of the request.
   *
   * @param in bytes of the connection; stays the caller's, and keeps what is behind the request
   * @return what is asked for; null when more bytes are needed
   * @throws RequestRefusal once, with the answer for the client, when it is no request for a WebSocket
   */
  public @Nullable ClientRequest read(ByteBuf in) throws RequestRefusal {
    RequestHead head;
    try {
      head = heads.read(in);
    } catch (MalformedHead e) {
      throw RequestRefusal.of(e);
    }
    return head == null ? null : ClientRequest.check(head);
  }
}
