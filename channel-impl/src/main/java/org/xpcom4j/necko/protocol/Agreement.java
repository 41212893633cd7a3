package org.xpcom4j.necko.protocol;

/**
 * What the opening handshake settled.
 *
 * @param protocol the subprotocol that the server chose, or empty
 * @param extensions the extensions in use, or empty
 */
public record Agreement(String protocol, String extensions) {}
