package org.xpcom4j.contract.kit.websocket;

/** How a payload length is written (RFC 6455, section 5.2); only the shortest form that holds it is right. */
public enum LengthForm {
  /** Whichever of the others is right. */
  SHORTEST,
  /** In 7 bits. */
  BITS_7,
  /** In 16 bits, announced by 126. */
  BITS_16,
  /** In 64 bits, announced by 127. */
  BITS_64;

  /** The shortest form that holds a length. */
  static LengthForm shortestFor(long length) {
    return length < 126 ? BITS_7 : length < 65536 ? BITS_16 : BITS_64;
  }
}
