package org.xpcom4j.contract.suite.torture;

import java.util.HashSet;
import java.util.Set;
import org.xpcom4j.contract.kit.websocket.Deflate;

/** Reads what a server answers to an offer of permessage-deflate (RFC 7692, section 7.1). */
final class DeflateAnswer {
  private DeflateAnswer() {}

  /**
   * Reads the header's value.
   *
   * @throws IllegalArgumentException when it is no answer that the RFC allows
   */
  static Deflate parse(String header) {
    String[] words = header.split(";", -1);
    require(words[0].strip().equals(Deflate.NAME), "extension " + words[0] + " was not offered");
    boolean serverFresh = false;
    boolean clientFresh = false;
    int serverBits = 15;
    int clientBits = 15;
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].strip().split("=", 2);
      require(seen.add(pair[0]), "parameter " + pair[0] + " comes twice");
      switch (pair[0]) {
        case "server_no_context_takeover" -> serverFresh = true;
        case "client_no_context_takeover" -> clientFresh = true;
        case "server_max_window_bits" -> serverBits = bits(pair);
        case "client_max_window_bits" -> clientBits = bits(pair);
        default -> throw new IllegalArgumentException("unknown parameter " + pair[0]);
      }
    }
    return new Deflate(serverFresh, clientFresh, serverBits, clientBits);
  }

  private static int bits(String[] pair) {
    require(pair.length == 2 && pair[1].matches("[89]|1[0-5]"), "no number of bits in " + pair[0]);
    return Integer.parseInt(pair[1]);
  }

  private static void require(boolean isKept, String sentence) {
    if (!isKept) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
