package org.xpcom4j.necko.channel;

/** The two schemes of RFC 6455, section 3; each is a component of its own. */
enum Scheme {
  WS("ws", 80, false),
  WSS("wss", 443, true);

  private final String text;
  private final int defaultPort;
  private final boolean secure;

  Scheme(String text, int defaultPort, boolean secure) {
    this.text = text;
    this.defaultPort = defaultPort;
    this.secure = secure;
  }

  String text() {
    return text;
  }

  int defaultPort() {
    return defaultPort;
  }

  boolean isSecure() {
    return secure;
  }
}
