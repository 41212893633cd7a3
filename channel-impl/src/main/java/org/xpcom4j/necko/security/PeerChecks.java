package org.xpcom4j.necko.security;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;

/**
 * Remembers what the trust manager saw, for as long as somebody holds the engine: the JDK forgets
 * the peer's certificates when a handshake fails. Safe for any thread.
 */
final class PeerChecks {
  private final Map<SSLEngine, PeerCheck> byEngine =
      Collections.synchronizedMap(new WeakHashMap<>());

  void put(SSLEngine engine, PeerCheck check) {
    byEngine.put(engine, check);
  }

  Optional<PeerCheck> find(SSLEngine engine) {
    return Optional.ofNullable(byEngine.get(engine));
  }
}
