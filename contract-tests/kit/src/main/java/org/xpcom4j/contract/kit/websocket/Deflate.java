package org.xpcom4j.contract.kit.websocket;

/**
 * The parameters that both sides agreed on for permessage-deflate (RFC 7692, section 7.1).
 *
 * @param serverNoContextTakeover whether the server begins each message with an empty window
 * @param clientNoContextTakeover whether the client does
 * @param serverMaxWindowBits the server's window, 8 to 15
 * @param clientMaxWindowBits the client's window, 8 to 15
 */
public record Deflate(
    boolean serverNoContextTakeover,
    boolean clientNoContextTakeover,
    int serverMaxWindowBits,
    int clientMaxWindowBits) {
  /** The name of the extension. */
  public static final String NAME = "permessage-deflate";

  /** Without any parameter. */
  public static final Deflate PLAIN = new Deflate(false, false, 15, 15);

  /**
   * Checks the windows.
   *
   * @param serverNoContextTakeover whether the server begins each message with an empty window
   * @param clientNoContextTakeover whether the client does
   * @param serverMaxWindowBits the server's window, 8 to 15
   * @param clientMaxWindowBits the client's window, 8 to 15
   * @throws IllegalArgumentException when one is not from 8 to 15
   */
  public Deflate {
    if (serverMaxWindowBits < 8
        || serverMaxWindowBits > 15
        || clientMaxWindowBits < 8
        || clientMaxWindowBits > 15) {
      throw new IllegalArgumentException("a window has 8 to 15 bits");
    }
  }

  /**
   * Writes the parameters as an answer's header value.
   *
   * @return the value of Sec-WebSocket-Extensions
   */
  public String header() {
    return NAME
        + (serverNoContextTakeover ? "; server_no_context_takeover" : "")
        + (clientNoContextTakeover ? "; client_no_context_takeover" : "")
        + (serverMaxWindowBits < 15 ? "; server_max_window_bits=" + serverMaxWindowBits : "")
        + (clientMaxWindowBits < 15 ? "; client_max_window_bits=" + clientMaxWindowBits : "");
  }

  /** Compresses what one side sends. */
  MessageDeflater deflater(Side sender) {
    return sender == Side.SERVER
        ? new MessageDeflater(serverMaxWindowBits, serverNoContextTakeover)
        : new MessageDeflater(clientMaxWindowBits, clientNoContextTakeover);
  }

  /** Decompresses what one side sends. */
  MessageInflater inflater(Side sender) {
    return sender == Side.SERVER
        ? new MessageInflater(serverMaxWindowBits, serverNoContextTakeover)
        : new MessageInflater(clientMaxWindowBits, clientNoContextTakeover);
  }
}
