package org.xpcom4j.necko.uri;

import java.util.Optional;

/** The schemes whose URIs this module makes by itself, each with its default port. */
public enum WebScheme {
  /** WebSocket over plain TCP. */
  WS("ws", 80),
  /** WebSocket over TLS. */
  WSS("wss", 443),
  /** HTTP over plain TCP. */
  HTTP("http", 80),
  /** HTTP over TLS. */
  HTTPS("https", 443);

  private final String scheme;
  private final int defaultPort;

  WebScheme(String scheme, int defaultPort) {
    this.scheme = scheme;
    this.defaultPort = defaultPort;
  }

  /** {@return the scheme as it stands in a spec, in lower case} */
  public String scheme() {
    return scheme;
  }

  /** {@return the port that a spec of this scheme need not name} */
  public int defaultPort() {
    return defaultPort;
  }

  /** {@return whether the scheme opens a WebSocket} */
  public boolean isWebSocket() {
    return this == WS || this == WSS;
  }

  /**
   * Finds a scheme by its name.
   *
   * @param scheme a scheme in lower case
   * @return the scheme, empty when it is none of ours
   */
  public static Optional<WebScheme> find(String scheme) {
    for (WebScheme candidate : values()) {
      if (candidate.scheme.equals(scheme)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
