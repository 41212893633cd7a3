package org.xpcom4j.necko.protocol;

import static org.xpcom4j.necko.protocol.DeflateParameters.CLIENT_MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.CLIENT_NO_CONTEXT_TAKEOVER;
import static org.xpcom4j.necko.protocol.DeflateParameters.MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.NAME;
import static org.xpcom4j.necko.protocol.DeflateParameters.SERVER_MAX_WINDOW_BITS;
import static org.xpcom4j.necko.protocol.DeflateParameters.SERVER_NO_CONTEXT_TAKEOVER;

import java.util.Optional;
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

  /** Reads an offer, or finds that it breaks a rule and is to be passed over. */
  static Optional<DeflateOffer> parseIfValid(Extension offer) {
    try {
      return Optional.of(parse(offer));
    } catch (HandshakeFailure e) {
      return Optional.empty();
    }
  }

  boolean clientWindowMayBeLimited() {
    return clientMaxWindowBits != 0;
  }

  /** The offer as it goes on the wire. */
  String headerValue() {
    String clientWindow = clientMaxWindowBits == MAX_WINDOW_BITS ? "" : "=" + clientMaxWindowBits;
    return header(
        serverNoContextTakeover,
        clientNoContextTakeover,
        serverMaxWindowBits,
        clientWindowMayBeLimited() ? clientWindow : null);
  }

  /** What a server agrees to: all that the client wishes or hints at, and what the server itself wants beyond. */
  DeflateParameters accepted(DeflateParameters most) {
    return new DeflateParameters(
        serverNoContextTakeover || most.serverNoContextTakeover(),
        clientNoContextTakeover || most.clientNoContextTakeover(),
        Math.min(largest(serverMaxWindowBits), most.serverMaxWindowBits()),
        clientWindowMayBeLimited()
            ? Math.min(clientMaxWindowBits, most.clientMaxWindowBits())
            : MAX_WINDOW_BITS);
  }

  /** The server's answer with which {@linkplain #accepted what it agrees to} holds. */
  String answer(DeflateParameters accepted) {
    boolean isServerLimited =
        serverMaxWindowBits != 0 || accepted.serverMaxWindowBits() < MAX_WINDOW_BITS;
    boolean isClientLimited = accepted.clientMaxWindowBits() < MAX_WINDOW_BITS;
    return header(
        accepted.serverNoContextTakeover(),
        accepted.clientNoContextTakeover(),
        isServerLimited ? accepted.serverMaxWindowBits() : 0,
        isClientLimited ? "=" + accepted.clientMaxWindowBits() : null);
  }

  private static int largest(int bits) {
    return bits == 0 ? MAX_WINDOW_BITS : bits;
  }

  private static String header(
      boolean serverNoContext,
      boolean clientNoContext,
      int serverBits,
      @Nullable String clientWindow) {
    StringBuilder header = new StringBuilder(NAME);
    if (clientNoContext) {
      header.append("; ").append(CLIENT_NO_CONTEXT_TAKEOVER);
    }
    if (serverNoContext) {
      header.append("; ").append(SERVER_NO_CONTEXT_TAKEOVER);
    }
    if (clientWindow != null) {
      header.append("; ").append(CLIENT_MAX_WINDOW_BITS).append(clientWindow);
    }
    if (serverBits != 0) {
      header.append("; ").append(SERVER_MAX_WINDOW_BITS).append('=').append(serverBits);
    }
    return header.toString();
  }

  private static void checkWindow(int bits) {
    if (bits != 0 && (bits < DeflateParameters.MIN_WINDOW_BITS || bits > MAX_WINDOW_BITS)) {
      throw new IllegalArgumentException("window bits " + bits + " are neither 8 to 15 nor 0");
    }
  }
}
