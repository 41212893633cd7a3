package org.xpcom4j.contract.suite.torture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.kit.websocket.Deflate;

/** What a server that can do all of permessage-deflate chooses among offers: the first one that is well formed. */
final class DeflateChoice {
  private DeflateChoice() {}

  /** Chooses among the offers of all header lines. */
  static Optional<Deflate> of(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(DeflateChoice::accepted)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Deflate> accepted(String offer) {
    String[] words = offer.split(";", -1);
    if (!words[0].strip().equals(Deflate.NAME)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String word = words[i].strip();
      String name = word.replaceFirst("=.*", "");
      boolean isKnown =
          word.matches("(server|client)_no_context_takeover")
              || word.matches("(server|client)_max_window_bits=([89]|1[0-5])")
              || word.equals("client_max_window_bits");
      if (!isKnown || parameters.put(name, word.replaceFirst(".*=", "")) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Deflate(
            parameters.containsKey("server_no_context_takeover"),
            parameters.containsKey("client_no_context_takeover"),
            bits(parameters.get("server_max_window_bits")),
            bits(parameters.get("client_max_window_bits"))));
  }

  private static int bits(@Nullable String value) {
    return value == null || value.startsWith("c") ? 15 : Integer.parseInt(value);
  }
}
