package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the two ends compress: what permessage-deflate was agreed on with (RFC 7692, section 7.1).
 *
 * @param serverNoContextTakeover whether the server compresses each message by itself
 * @param clientNoContextTakeover whether the client compresses each message by itself
 * @param serverMaxWindowBits the server's window is two to this power, 8 to 15
 * @param clientMaxWindowBits the client's window, likewise
 */
public record DeflateParameters(
    boolean serverNoContextTakeover,
    boolean clientNoContextTakeover,
    int serverMaxWindowBits,
    int clientMaxWindowBits) {
  /** The name of the extension. */
  public static final String NAME = "permessage-deflate";

  /** The largest window, and the one of those who say nothing. */
  public static final int MAX_WINDOW_BITS = 15;

  static final int MIN_WINDOW_BITS = 8;
  static final String SERVER_NO_CONTEXT_TAKEOVER = "server_no_context_takeover";
  static final String CLIENT_NO_CONTEXT_TAKEOVER = "client_no_context_takeover";
  static final String SERVER_MAX_WINDOW_BITS = "server_max_window_bits";
  static final String CLIENT_MAX_WINDOW_BITS = "client_max_window_bits";

  /** Both ends keep their context, in the largest windows. */
  public static final DeflateParameters DEFAULT =
      new DeflateParameters(false, false, MAX_WINDOW_BITS, MAX_WINDOW_BITS);

  /**
   * Checks the windows.
   *
   * @param serverNoContextTakeover of the server
   * @param clientNoContextTakeover of the client
   * @param serverMaxWindowBits 8 to 15
   * @param clientMaxWindowBits 8 to 15
   */
  public DeflateParameters {
    checkWindow(serverMaxWindowBits);
    checkWindow(clientMaxWindowBits);
  }

  /** Reads a server's answer to an offer: each rule of RFC 7692, section 7.1, that it could break is checked. */
  static DeflateParameters parseAnswer(Extension answer, DeflateOffer offer)
      throws HandshakeFailure {
    Reader reader = new Reader("101 answer", answer);
    boolean serverNoContext = false;
    boolean clientNoContext = false;
    int serverBits = 0;
    int clientBits = 0;
    for (Extension.Parameter parameter : answer.parameters()) {
      switch (parameter.name()) {
        case SERVER_NO_CONTEXT_TAKEOVER -> serverNoContext = reader.flag(parameter);
        case CLIENT_NO_CONTEXT_TAKEOVER -> clientNoContext = reader.flag(parameter);
        case SERVER_MAX_WINDOW_BITS -> serverBits = reader.bits(parameter, parameter.value());
        case CLIENT_MAX_WINDOW_BITS -> clientBits = reader.bits(parameter, parameter.value());
        default -> throw reader.illegal(parameter, "which this extension does not have");
      }
    }
    if (offer.serverNoContextTakeover() && !serverNoContext) {
      throw reader.lacks(SERVER_NO_CONTEXT_TAKEOVER, "was asked for");
    }
    if (offer.serverMaxWindowBits() != 0
        && (serverBits == 0 || serverBits > offer.serverMaxWindowBits())) {
      throw reader.lacks(
          SERVER_MAX_WINDOW_BITS, "of at most " + offer.serverMaxWindowBits() + " was asked for");
    }
    if (clientBits != 0 && !offer.clientWindowMayBeLimited()) {
      throw reader.lacks("no " + CLIENT_MAX_WINDOW_BITS, "is right where none was offered");
    }
    return new DeflateParameters(
        serverNoContext,
        clientNoContext,
        serverBits == 0 ? MAX_WINDOW_BITS : serverBits,
        clientBits == 0 ? MAX_WINDOW_BITS : clientBits);
  }

  /** Whether an end compresses each message by itself. */
  boolean noContextTakeover(Role end) {
    return end == Role.CLIENT ? clientNoContextTakeover : serverNoContextTakeover;
  }

  /** The window of an end, as a power of two. */
  int maxWindowBits(Role end) {
    return end == Role.CLIENT ? clientMaxWindowBits : serverMaxWindowBits;
  }

  private static void checkWindow(int bits) {
    if (bits < MIN_WINDOW_BITS || bits > MAX_WINDOW_BITS) {
      throw new IllegalArgumentException("window bits " + bits + " are not 8 to 15");
    }
  }

  /** Reads parameters, each of which may stand once, in an offer or an answer. */
  static final class Reader {
    private final String what;
    private final Extension extension;
    private final Set<String> seen = new HashSet<>();

    Reader(String what, Extension extension) {
      this.what = what;
      this.extension = extension;
    }

    /** A parameter that is there or not. */
    boolean flag(Extension.Parameter parameter) throws HandshakeFailure {
      once(parameter);
      if (parameter.value() != null) {
        throw illegal(parameter, "which takes no value");
      }
      return true;
    }

    /** A parameter with the size of a window. */
    int bits(Extension.Parameter parameter, @Nullable String value) throws HandshakeFailure {
      once(parameter);
      if (value == null) {
        throw illegal(parameter, "which needs a value from 8 to 15");
      }
      if (!value.matches("[89]|1[0-5]")) {
        throw illegal(parameter, "whose value is not a number from 8 to 15");
      }
      return Integer.parseInt(value);
    }

    /** A parameter whose value may be left out; 15 then. */
    int optionalBits(Extension.Parameter parameter) throws HandshakeFailure {
      String value = parameter.value();
      return bits(parameter, value == null ? String.valueOf(MAX_WINDOW_BITS) : value);
    }

    HandshakeFailure illegal(Extension.Parameter parameter, String why) {
      return new HandshakeFailure(
          NS_ERROR_ILLEGAL_VALUE,
          what + " with " + NAME + " parameter " + Quoted.of(parameter.toString()) + ", " + why);
    }

    HandshakeFailure lacks(String parameter, String why) {
      return new HandshakeFailure(
          NS_ERROR_ILLEGAL_VALUE,
          what
              + " with "
              + NAME
              + " parameters "
              + names(extension.parameters())
              + "; "
              + parameter
              + " "
              + why);
    }

    private void once(Extension.Parameter parameter) throws HandshakeFailure {
      if (!seen.add(parameter.name())) {
        throw illegal(parameter, "which stands there twice");
      }
    }

    private static String names(List<Extension.Parameter> parameters) {
      return Quoted.of(
          String.join("; ", parameters.stream().map(Extension.Parameter::toString).toList()));
    }
  }
}
