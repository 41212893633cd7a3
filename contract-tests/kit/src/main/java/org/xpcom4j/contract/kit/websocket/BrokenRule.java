package org.xpcom4j.contract.kit.websocket;

/** What the peer sent breaks a rule of the RFC. */
final class BrokenRule extends Exception {
  private static final long serialVersionUID = 1L;

  private final String section;

  BrokenRule(String section, String sentence) {
    super(sentence);
    this.section = section;
  }

  PeerEvent.Violation event() {
    return new PeerEvent.Violation(section, String.valueOf(getMessage()));
  }
}
