package org.xpcom4j.necko.protocol;

import static org.xpcom4j.necko.protocol.DeflateParameters.CLIENT_MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.CLIENT_NO_CONTEXT_TAKEOVER;
import static org.xpcom4j.necko.protocol.DeflateParameters.MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.NAME;
import static org.xpcom4j.necko.protocol.DeflateParameters.SERVER_MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.SERVER_NO_CONTEXT_TAKEOVER;

import org.jspecify.annotations.Nullable;

/**
 * What a client says about permessage-deflate (RFC 7692, section 7.1).
 *
 * @param serverNoContextTakeover whether the server is asked to compress each message by itself
 * @param clientNoContextTakeover whether the client says that it will
 * @param serverMaxWindowBits the largest window the server is asked for, 8 to 15; 0 for no wish
 * @param clientMaxWindowBits the window the client will keep to, 8 to 15, which also lets the server limit it further; 0
 *     when the server may not limit it
 */
public record DeflateOffer(
    boolean serverNoContextTakeover,
    boolean clientNoContextTakeover,
    int serverMaxWindowBits,
    int clientMaxWindowBits) {
  /** Asks for nothing, and lets the server limit the client's window. */
  public static final DeflateOffer DEFAULT = new DeflateOffer(false, false, 0, MAX_WINDOW_BITS);

  /**
   * Checks the windows.
   *
   * @param serverNoContextTakeover of the server
   * @param clientNoContextTakeover of the client
   * @param serverMaxWindowBits 8 to 15, or 0
   * @param clientMaxWindowBits 8 to 15, or 0
   */
  public DeflateOffer {
    checkWindow(serverMaxWindowBits);
    checkWindow(clientMaxWindowBits);
  }

  /** Reads the offer of a client. */
  static DeflateOffer parse(Extension offer) throws HandshakeFailure {
    DeflateParameters.Reader reader = new DeflateParameters.Reader("offer", offer);
    boolean serverNoContext = false;
    boolean clientNoContext = false;
    int serverBits = 0;
    int clientBits = 0;
    for (Extension.Parameter parameter : offer.parameters()) {
      switch (parameter.name()) {
        case SERVER_NO_CONTEXT_TAKEOVER -> serverNoContext = reader.flag(parameter);
        case CLIENT_NO_CONTEXT_TAKEOVER -> clientNoContext = reader.flag(parameter);
        case SERVER_MAX_WINDOW_BITS -> serverBits = reader.bits(parameter, parameter.value());
        case CLIENT_MAX_WINDOW_BITS -> clientBits = reader.optionalBits(parameter);
        default -> throw reader.illegal(parameter, "which this extension does not have");
      }
    }
    return new DeflateOffer(serverNoContext, clientNoContext, serverBits, clientBits);
  }

  boolean clientWindowMayBeLimited() {
    return clientMaxWindowBits != 0;
  }

  /** The offer as it goes on the wire. */
  String headerValue() {
    return header(clientMaxWindowBits == MAX_WINDOW_BITS ? "" : "=" + clientMaxWindowBits);
  }

  /** What a server agrees to: all that the client wishes or hints at, and no limit for the client's window. */
  DeflateParameters accepted() {
    return new DeflateParameters(
        serverNoContextTakeover,
        clientNoContextTakeover,
        serverMaxWindowBits == 0 ? MAX_WINDOW_BITS : serverMaxWindowBits,
        MAX_WINDOW_BITS);
  }

  /** The server's answer with which {@link #accepted} holds. */
  String acceptedHeaderValue() {
    return header(null);
  }

  private String header(@Nullable String clientWindow) {
    StringBuilder header = new StringBuilder(NAME);
    if (clientNoContextTakeover) {
      header.append("; ").append(CLIENT_NO_CONTEXT_TAKEOVER);
    }
    if (serverNoContextTakeover) {
      header.append("; ").append(SERVER_NO_CONTEXT_TAKEOVER);
    }
    if (clientWindow != null && clientWindowMayBeLimited()) {
      header.append("; ").append(CLIENT_MAX_WINDOW_BITS).append(clientWindow);
    }
    if (serverMaxWindowBits != 0) {
      header.append("; ").append(SERVER_MAX_WINDOW_BITS).append('=').append(serverMaxWindowBits);
    }
    return header.toString();
  }

  private static void checkWindow(int bits) {
    if (bits != 0 && (bits < DeflateParameters.MIN_WINDOW_BITS || bits > MAX_WINDOW_BITS)) {
      throw new IllegalArgumentException("window bits " + bits + " are neither 8 to 15 nor 0");
    }
  }
}
