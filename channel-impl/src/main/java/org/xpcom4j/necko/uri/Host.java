package org.xpcom4j.necko.uri;

/**
 * A checked host.
 *
 * @param display the host to show: Unicode where that is safe, else as {@code ascii}; no brackets
 * @param ascii the host as DNS and HTTP want it; no brackets
 */
record Host(String display, String ascii) {
  static Host of(String ascii) {
    return new Host(ascii, ascii);
  }

  boolean isIpv6() {
    return ascii.indexOf(':') >= 0;
  }

  String bracketedDisplay() {
    return bracketed(display);
  }

  String bracketedAscii() {
    return bracketed(ascii);
  }

  private String bracketed(String host) {
    return isIpv6() ? "[" + host + "]" : host;
  }
}
