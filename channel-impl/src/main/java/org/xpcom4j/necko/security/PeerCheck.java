package org.xpcom4j.necko.security;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a server showed during a handshake, and what came of it.
 *
 * @param chain its certificates, its own first
 * @param agreement version and cipher suite at that moment
 * @param verdict why the chain was refused; empty when it was accepted
 */
record PeerCheck(
    List<X509Certificate> chain, Agreement agreement, Optional<CertificateVerdict> verdict) {
  PeerCheck {
    chain = List.copyOf(chain);
  }
}
