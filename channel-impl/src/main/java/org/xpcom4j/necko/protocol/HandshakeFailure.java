package org.xpcom4j.necko.protocol;

/** The server's answer to the opening request opens no WebSocket connection. */
public final class HandshakeFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** The nsresult that the listener is to hear. */
  private final long result;

  HandshakeFailure(long result, String sentence) {
    super(sentence, null, false, false); // a verdict on foreign text: its stack tells nothing
    this.result = result;
  }

  /**
   * {@return the nsresult that the listener is to hear}
   */
  public long result() {
    return result;
  }
}
