package org.xpcom4j.necko.transport;

import org.xpcom4j.necko.protocol.CloseStatus;

/**
 * One WebSocket connection, from the first look at its host's name to its end. Every method may be called from any
 * thread and returns at once; calls from one thread keep their order. Once the connection has ended they do nothing.
 */
public interface Connection {
  /**
   * Queues a text message. Lone surrogates go out as U+FFFD.
   *
   * @param message the text
   * @throws org.xpcom4j.result.XpcomException {@code NS_ERROR_FILE_TOO_BIG} over the size limit, {@code
   *     NS_BASE_STREAM_WOULD_BLOCK} while too much is waiting already; nothing is sent then
   */
  void sendText(String message);

  /**
   * Queues a binary message.
   *
   * @param message the bytes, which must not change any more
   * @throws org.xpcom4j.result.XpcomException as {@link #sendText}
   */
  void sendBinary(byte[] message);

  /**
   * Starts the closing handshake once all queued messages are sent. Before the connection is open it gives up quietly
   * and ends with {@code NS_ERROR_NOT_CONNECTED}, or {@code NS_OK} for 1001. Only the first call counts; after the server's
   * Close frame there is nothing left to do.
   *
   * @param status what to tell the server
   */
  void close(CloseStatus status);

  /**
   * Ends the connection now: what is not sent is dropped, an open connection is left with a Close frame 1001, and
   * {@link ConnectionListener#ended} comes with this reason unless the connection has ended before.
   *
   * @param reason what the listener is told
   */
  void cancel(EndReason reason);

  /**
   * Tells that a message has been dealt with, so that reading may go on. To be called once per message.
   *
   * @param payloadBytes the size of the message's payload
   */
  void consumed(int payloadBytes);
}
