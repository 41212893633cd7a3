package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.xpcom4j.result.XpcomException;

/**
 * The subprotocols that a client offers, the preferred one first (RFC 6455, section 1.9). The constructor throws {@code
 * NS_ERROR_ILLEGAL_VALUE} when a name is no token or stands twice.
 *
 * @param names tokens, each once
 */
public record Subprotocols(List<String> names) {
  /** No offer. */
  public static final Subprotocols NONE = new Subprotocols(List.of());

  /**
   * Checks the names.
   *
   * @param names tokens, each once
   */
  public Subprotocols {
    names = List.copyOf(names);
    for (String name : names) {
      if (!HeaderText.isToken(name)) {
        throw new XpcomException(
            NS_ERROR_ILLEGAL_VALUE, "subprotocol " + Quoted.of(name) + " is not a token");
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "a subprotocol is named twice in " + Quoted.of(String.join(", ", names)));
    }
  }

  /**
   * Reads a list as the {@code protocol} attribute holds it.
   *
   * @param list names with commas, and blanks if you like, between them; empty for no offer
   * @return the names in order
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} when a name is no token or stands twice
   */
  public static Subprotocols parse(String list) {
    if (list.isEmpty()) {
      return NONE;
    }
    List<String> names = new ArrayList<>();
    for (String name : list.split(",", -1)) {
      names.add(HeaderText.withoutBlanks(name));
    }
    return new Subprotocols(names);
  }

  /** The value of the header, empty when nothing is offered. */
  String headerValue() {
    return String.join(", ", names);
  }
}
