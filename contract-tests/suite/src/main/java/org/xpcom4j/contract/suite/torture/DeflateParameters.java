package org.xpcom4j.contract.suite.torture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xpcom4j.contract.kit.websocket.Deflate;

/** Reads the parameters of one offer of permessage-deflate, or of an answer (RFC 7692, section 7.1). */
final class DeflateParameters {
  private DeflateParameters() {}

  /**
   * Reads an extension with its parameters.
   *
   * @return each parameter's value, empty for none
   * @throws IllegalArgumentException when the extension is another one, or a parameter is wrong
   */
  static Map<String, String> parse(String text) {
    String[] words = text.split(";", -1);
    require(words[0].strip().equals(Deflate.NAME), "extension " + words[0] + " was not offered");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].strip().split("=", 2);
      String value = pair.length < 2 ? "" : pair[1];
      require(parameters.put(pair[0], value) == null, "parameter " + pair[0] + " comes twice");
      check(pair[0], pair.length == 2, value);
    }
    return parameters;
  }

  private static void check(String name, boolean hasValue, String value) {
    switch (name) {
      case "server_no_context_takeover", "client_no_context_takeover" ->
          require(!hasValue, "parameter " + name + " has no value, but there is " + value);
      case "server_max_window_bits" ->
          require(value.matches("[89]|1[0-5]"), "no number of bits in " + name);
      case "client_max_window_bits" ->
          require(!hasValue || value.matches("[89]|1[0-5]"), "no number of bits in " + name);
      default -> throw new IllegalArgumentException("unknown parameter " + name);
    }
  }

  private static void require(boolean isKept, String sentence) {
    if (!isKept) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
