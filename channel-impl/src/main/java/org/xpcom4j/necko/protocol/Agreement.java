package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the opening handshake settled.
 *
 * @param protocol the subprotocol that the server chose, or empty
 * @param deflate how messages are compressed, or null when they are not
 */
public record Agreement(String protocol, @Nullable DeflateParameters deflate) {
  /**
   * {@return the names of the extensions in use, or empty}
   */
  public String extensions() {
    return deflate == null ? "" : DeflateParameters.NAME;
  }
}
