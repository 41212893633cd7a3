package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.Nullable;

/** What the header of the frame being read says. One object per reader, filled again for each frame. */
final class FrameHeader {
  private static final int FIN = 0x80;
  private static final int RESERVED_BITS = 0x70;
  private static final int OPCODE = 0x0F;

  int flagsAndOpcode;
  boolean isMasked;
  int lengthBits;
  long payloadLength;

  boolean isFinal() {
    return (flagsAndOpcode & FIN) != 0;
  }

  int reservedBits() {
    return flagsAndOpcode & RESERVED_BITS;
  }

  int opcodeBits() {
    return flagsAndOpcode & OPCODE;
  }

  @Nullable Opcode opcode() {
    return Opcode.find(opcodeBits());
  }

  /** Tells whether the length has the shortest of its three forms. */
  boolean isLengthMinimal() {
    return switch (lengthBits) {
      case 126 -> payloadLength > 125;
      case 127 -> payloadLength > 0xFFFF || payloadLength < 0;
      default -> true;
    };
  }
}
