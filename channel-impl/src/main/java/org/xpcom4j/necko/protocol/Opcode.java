package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.Nullable;

/** What a frame is (RFC 6455, section 5.2). */
public enum Opcode {
  /** Goes on with a message begun before. */
  CONTINUATION(0x0),
  /** Begins a text message. */
  TEXT(0x1),
  /** Begins a binary message. */
  BINARY(0x2),
  /** Begins or answers the closing handshake. */
  CLOSE(0x8),
  /** Asks for a pong. */
  PING(0x9),
  /** Answers a ping, or comes unasked. */
  PONG(0xA);

  private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[16];

  static {
    for (Opcode opcode : values()) {
      BY_CODE[opcode.code] = opcode;
    }
  }

  private final int code;

  Opcode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  boolean isControl() {
    return (code & 0x8) != 0;
  }

  /** Finds the opcode with a four-bit code; null when the code is reserved. */
  static @Nullable Opcode find(int code) {
    return BY_CODE[code];
  }
}
