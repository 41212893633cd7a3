package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;

/**
 * Reads the layout of frames (RFC 6455, section 5.2) from buffers that may be cut at any byte. It knows no rule: what a
 * header says goes to the sink, which decides. Belongs to one thread.
 */
final class FrameReader {
  /** Receives the parts of each frame in order. */
  interface Sink {
    /** The header up to the mask key has been read. */
    void frameBegun(FrameHeader header) throws ProtocolViolation;

    /**
     * Some of the payload is here, its mask removed.
     *
     * @param in the sink takes exactly {@code length} bytes from it
     */
    void payload(ByteBuf in, int length) throws ProtocolViolation;

    /** The frame is whole; returns whether to read another one. */
    boolean frameEnded() throws ProtocolViolation;
  }

  private enum State {
    FIRST_BYTE,
    SECOND_BYTE,
    LENGTH,
    MASK_KEY,
    PAYLOAD
  }

  private static final int MASK_BIT = 0x80;
  private static final int LENGTH_BITS = 0x7F;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;

  private final Sink sink;
  private final FrameHeader header = new FrameHeader();
  private State state = State.FIRST_BYTE;
  private int bytesOfField;
  private int maskKey;
  private long payloadRead;

  FrameReader(Sink sink) {
    this.sink = sink;
  }

  /** Takes all that is in the buffer, or what comes before the sink wants no more. */
  void read(ByteBuf in) throws ProtocolViolation {
    boolean goesOn = true;
    while (goesOn && in.isReadable()) {
      switch (state) {
        case FIRST_BYTE -> {
          if (in.readableBytes() > 1) {
            int both = in.readUnsignedShort();
            header.flagsAndOpcode = both >>> 8;
            goesOn = readSecondByte(both & 0xFF);
          } else {
            header.flagsAndOpcode = in.readUnsignedByte();
            state = State.SECOND_BYTE;
          }
        }
        case SECOND_BYTE -> goesOn = readSecondByte(in.readUnsignedByte());
        case LENGTH -> goesOn = readLength(in);
        case MASK_KEY -> goesOn = readMaskKey(in);
        case PAYLOAD -> goesOn = readPayload(in);
      }
    }
  }

  private boolean readSecondByte(int octet) throws ProtocolViolation {
    header.isMasked = (octet & MASK_BIT) != 0;
    header.lengthBits = octet & LENGTH_BITS;
    if (header.lengthBits >= LENGTH_IN_2_BYTES) {
      header.payloadLength = 0;
      bytesOfField = header.lengthBits == LENGTH_IN_8_BYTES ? 8 : 2;
      state = State.LENGTH;
      return true;
    }
    header.payloadLength = header.lengthBits;
    return headerRead();
  }

  private boolean readLength(ByteBuf in) throws ProtocolViolation {
    while (bytesOfField > 0 && in.isReadable()) {
      header.payloadLength = header.payloadLength << 8 | in.readUnsignedByte();
      bytesOfField--;
    }
    return bytesOfField > 0 || headerRead();
  }

  private boolean headerRead() throws ProtocolViolation {
    sink.frameBegun(header);
    payloadRead = 0;
    if (header.isMasked) {
      maskKey = 0;
      bytesOfField = 4;
      state = State.MASK_KEY;
      return true;
    }
    return payloadBegun();
  }

  private boolean readMaskKey(ByteBuf in) throws ProtocolViolation {
    while (bytesOfField > 0 && in.isReadable()) {
      maskKey = maskKey << 8 | in.readUnsignedByte();
      bytesOfField--;
    }
    return bytesOfField > 0 || payloadBegun();
  }

  private boolean payloadBegun() throws ProtocolViolation {
    state = State.PAYLOAD;
    return header.payloadLength > 0 || frameEnded();
  }

  private boolean readPayload(ByteBuf in) throws ProtocolViolation {
    int length = (int) Math.min(header.payloadLength - payloadRead, in.readableBytes());
    if (header.isMasked) {
      Mask.apply(in, in.readerIndex(), length, maskKey, (int) (payloadRead & 3));
    }
    payloadRead += length;
    sink.payload(in, length);
    return payloadRead < header.payloadLength || frameEnded();
  }

  private boolean frameEnded() throws ProtocolViolation {
    state = State.FIRST_BYTE;
    return sink.frameEnded();
  }
}
