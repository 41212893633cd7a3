package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Deflate;

/** Reads what a server answers to offers of permessage-deflate (RFC 7692, section 7.1). */
final class DeflateAnswer {
  private static final String SERVER_FRESH = "server_no_context_takeover";
  private static final String CLIENT_FRESH = "client_no_context_takeover";
  private static final String SERVER_BITS = "server_max_window_bits";
  private static final String CLIENT_BITS = "client_max_window_bits";

  private DeflateAnswer() {}

  /**
   * Reads the header's value.
   *
   * @param header the answer
   * @param offers the offers, in one or more header lines
   * @throws IllegalArgumentException when it is no answer that the RFC allows to any of the offers
   */
  static Deflate parse(String header, List<String> offers) {
    Map<String, String> answer = DeflateParameters.parse(header);
    if (answer.containsKey(CLIENT_BITS) && answer.get(CLIENT_BITS).isEmpty()) {
      throw new IllegalArgumentException("no number of bits in " + CLIENT_BITS);
    }
    boolean fits =
        offers.stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .anyMatch(offer -> fits(answer, offer));
    if (!fits) {
      throw new IllegalArgumentException(header + " answers none of the offers");
    }
    return new Deflate(
        answer.containsKey(SERVER_FRESH),
        answer.containsKey(CLIENT_FRESH),
        bits(answer, SERVER_BITS),
        bits(answer, CLIENT_BITS));
  }

  /** Whether the answer keeps all that one offer asks for, and takes no more than it allows. */
  private static boolean fits(Map<String, String> answer, String text) {
    Map<String, String> offer;
    try {
      offer = DeflateParameters.parse(text);
    } catch (IllegalArgumentException e) {
      return false; // wrong offers, and other extensions, cannot be accepted
    }
    boolean isFresh = !offer.containsKey(SERVER_FRESH) || answer.containsKey(SERVER_FRESH);
    boolean mayLimitUs = offer.containsKey(CLIENT_BITS) || !answer.containsKey(CLIENT_BITS);
    return isFresh
        && mayLimitUs
        && bits(answer, SERVER_BITS) <= bits(offer, SERVER_BITS)
        && (!answer.containsKey(CLIENT_BITS)
            || bits(answer, CLIENT_BITS) <= bits(offer, CLIENT_BITS));
  }

  private static int bits(Map<String, String> parameters, String name) {
    String value = parameters.getOrDefault(name, "");
    return value.isEmpty() ? 15 : Integer.parseInt(value);
  }
}
