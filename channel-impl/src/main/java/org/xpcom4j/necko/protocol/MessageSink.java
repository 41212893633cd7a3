package org.xpcom4j.necko.protocol;

/** Receives what the peer sent, in the order of the wire. */
public interface MessageSink {
  /**
   * A text message is whole.
   *
   * @param message the text
   * @param payloadBytes its size in UTF-8
   */
  void text(String message, int payloadBytes);

  /**
   * A binary message is whole.
   *
   * @param message the bytes, which belong to the sink now
   */
  void binary(byte[] message);

  /**
   * A ping wants its pong.
   *
   * @param payload what the pong has to repeat
   */
  void ping(byte[] payload);

  /** The peer gave a sign of life: a pong, asked for or not. */
  void pong();

  /**
   * The peer's Close frame; nothing follows it.
   *
   * @param status its code and reason
   */
  void close(CloseStatus status);
}
