package org.xpcom4j.necko.protocol;

/** Which end of the connection we are; only one of them masks (RFC 6455, section 5.1). */
public enum Role {
  /** Masks what it sends, and refuses masked frames. */
  CLIENT,
  /** Sends plain frames, and refuses frames that are not masked. */
  SERVER;

  Role other() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
