package org.xpcom4j.necko.transport;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.CloseStatus;

/**
 * Hears what happens to one connection. All calls come from the connection's own socket thread, one after the other,
 * in the order of the methods here ({@link #text}, {@link #binary} and {@link #acknowledged} as they happen); they
 * must return soon and must not throw. After {@link SocketTransport#connect} has returned a connection, {@link #ended}
 * comes exactly once, and nothing after it but a last {@link #batchEnded}. Calls may begin before {@code connect} has returned.
 */
public interface ConnectionListener {
  /**
   * The TLS handshake has ended. Not called for plain connections, nor when the connection broke or timed out before
   * TLS came to a verdict.
   *
   * @param engine the engine, whose session (or handshake session) tells the rest
   * @param failure why TLS refused; {@link #ended} follows with this as the cause and {@code
   *     NS_ERROR_NET_INADEQUATE_SECURITY}, in place of which the security provider may know a more exact value
   */
  void secured(SSLEngine engine, @Nullable SSLException failure);

  /**
   * The handshake is complete.
   *
   * @param protocol the subprotocol that the server chose, or empty
   * @param extensions the extensions in use, or empty
   */
  void opened(String protocol, String extensions);

  /**
   * A text message has come. Answer with {@link Connection#consumed} once it has been dealt with.
   *
   * @param message the text
   * @param payloadBytes its size in UTF-8
   */
  void text(String message, int payloadBytes);

  /**
   * A binary message has come. Answer with {@link Connection#consumed} once it has been dealt with.
   *
   * @param message the bytes, which belong to the listener now
   */
  void binary(byte[] message);

  /**
   * A message given to {@link Connection#sendText} or {@link Connection#sendBinary} was handed to the operating system
   * whole. Never called for pings, pongs and Close frames, nor after {@link #closeReceived}.
   *
   * @param payloadBytes the size of its payload
   */
  void acknowledged(int payloadBytes);

  /**
   * The server's Close frame has come; it is being answered.
   *
   * @param status its code and reason
   */
  void closeReceived(CloseStatus status);

  /**
   * The connection is over, or never came about.
   *
   * @param reason why
   */
  void ended(EndReason reason);

  /**
   * The calls since the last {@code batchEnded} belong together, such as all that one read of the socket produced: a
   * listener that passes calls to another thread can pass them as one.
   */
  void batchEnded();
}
