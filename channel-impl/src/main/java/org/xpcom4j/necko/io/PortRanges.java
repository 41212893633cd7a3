package org.xpcom4j.necko.io;

import java.util.BitSet;

/** Reads lists of ports such as {@code 6000, 6665-6669}, as preferences hold them. */
final class PortRanges {
  private static final int MAX_PORT = 65535;

  private PortRanges() {}

  /** The ports of a list. White space does not count; an entry that is no port or range is left out. */
  static BitSet parse(String list) {
    BitSet ports = new BitSet();
    for (String entry : list.replaceAll("\\s", "").split(",", -1)) {
      int dash = entry.indexOf('-');
      int first = port(dash < 0 ? entry : entry.substring(0, dash));
      int last = dash < 0 ? first : port(entry.substring(dash + 1));
      if (first >= 0 && first <= last) {
        ports.set(first, last + 1);
      }
    }
    return ports;
  }

  private static int port(String digits) {
    if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(PortRanges::isDigit)) {
      return -1;
    }
    int port = Integer.parseInt(digits);
    return port <= MAX_PORT ? port : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
